"""A counted thing has no fraction: 291.5 homes cannot be built."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from minsheng_cli.rules.context import Context, Said
from minsheng_cli.terms import key_name

SEVERITY = "error"
TITLE = "按个数计的目标出现小数"


def check(context: Context) -> Iterator[Said]:
    """Targets, openings and baselines of indicators that are counted by declaration, or in whole reported units."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if not indicator.counts or not indicator.counted:
            continue
        for key in ("target", "opening", "baseline"):
            value = getattr(indicator, key, None)
            if value is not None and (Fraction(value) * indicator.scaling).denominator != 1:
                message = f"{key_name(key)} 写的是{value}，按“{indicator.reported_unit}”计不是整数"
                yield Said(
                    context.plan_file,
                    indicator.mapping.value(key),
                    message,
                    "核对数值；确实允许小数时写 decimals: true",
                )
