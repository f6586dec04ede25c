"""A counted thing has no fraction: 291.5 homes cannot be built."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from minsheng_cli.fields.meant import converted
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.numbers import written
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.terms import key_name

SEVERITY = "error"
TITLE = "按个数计的目标出现小数"
WHY = "房子一套一套地建，路灯一盏一盏地装，不会有半套半盏。目标里出现小数，多半是点错了小数点，或者抄了别的单位的数。"
MEND = "改成整数；这个数确实可以有小数的，在这个指标里写上 decimals: true。"
BAD = """\
name: 路灯
kind: quantity
target: 1200
unit: 盏
opening: 800.5"""
GOOD = """\
name: 路灯
kind: quantity
target: 1200
unit: 盏
opening: 800"""


def check(context: Context) -> Iterator[Said]:
    """Targets, openings and baselines of indicators that are counted by declaration, or in whole reported units."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if not indicator.counts or not indicator.counted or _scale_unfit(indicator):
            continue
        for key in ("target", "opening", "baseline"):
            value = getattr(indicator, key, None)
            if value is not None and (Fraction(value) * indicator.scaling).denominator != 1:
                reported = written(Fraction(value) * indicator.scaling)
                made = f"，合{reported}{indicator.reported_unit}" if indicator.scaling != 1 else ""
                message = f"{context.indicator(indicator.id)}的 {key_name(key)}写的是{value}{made}，按{indicator.reported_unit}数不会有小数"
                yield Said(
                    context.plan_file,
                    indicator.mapping.value(key),
                    message,
                    f"照计划核对，改成整数；确实可以有小数的，{'在这个指标里加一行 decimals: true' if indicator.decimals is None else '删掉 decimals 这一行'}",
                )


def _scale_unfit(indicator: AnyIndicator) -> bool:
    """Whether the two units say that `scale` is wrong (M239), and so what it makes of the target."""
    known = converted("1", indicator.unit or "", indicator.reported_unit)
    return known is not None and Fraction(known) != indicator.scaling
