"""Reporting in another unit needs both: the unit, and how many of it make one."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.fields.meant import converted
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.terms import key_name

SEVERITY = "error"
TITLE = "换算写得不全"
WHY = "计划按万人定目标、部门按人报数，中间差着一道换算。只写了一半，报来的12000就不知道是12000人还是12000万人。"
MEND = "报送单位 report_unit 和换算比例 scale 两行一起写；不用换算的，两行都不写。"
BAD = """\
name: 免费体检
kind: quantity
target: 1.2
unit: 万人
report_unit: 人"""
GOOD = """\
name: 免费体检
kind: quantity
target: 1.2
unit: 万人
report_unit: 人
scale: 10000"""


def check(context: Context) -> Iterator[Said]:
    """`report_unit` and `scale` come together."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if isinstance(indicator, Quantity) and (indicator.report_unit is None) != (indicator.scale is None):
            given, lacking = ("report_unit", "scale") if indicator.scale is None else ("scale", "report_unit")
            at = indicator.mapping.key(given)
            message = f"{context.indicator(indicator.id)}写了 {key_name(given)}，没有写 {key_name(lacking)}"
            if lacking == "scale":
                many = converted("1", indicator.unit, indicator.report_unit or "")
                hint = (
                    f"加一行 scale: {many}"
                    if many and many != "1"
                    else f"加一行 scale，写1{indicator.unit}等于多少{indicator.report_unit}"
                )
            else:
                counted = indicator.unit.removeprefix("万")
                known = counted and counted != indicator.unit and indicator.scale == 10_000
                unit = f"加一行 report_unit: {counted}" if known else "加一行 report_unit，写部门报数用的单位"
                hint = f"{unit}；就按{indicator.unit}报的，删掉 scale 这一行"
            yield Said(context.plan_file, at, message, hint)
