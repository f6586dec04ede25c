"""Reporting in another unit needs both: the unit, and how many of it make one."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.terms import key_name

SEVERITY = "error"
TITLE = "换算写得不全"


def check(context: Context) -> Iterator[Said]:
    """`report_unit` and `scale` come together."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if isinstance(indicator, Quantity) and (indicator.report_unit is None) != (indicator.scale is None):
            given, lacking = ("report_unit", "scale") if indicator.scale is None else ("scale", "report_unit")
            at = indicator.mapping.key(given)
            hint = f"补上 {lacking}，例如 report_unit: 人, scale: 10000"
            yield Said(context.plan_file, at, f"写了 {key_name(given)}，没有写 {key_name(lacking)}", hint)
