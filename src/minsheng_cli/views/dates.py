"""How whoever reads is told months and moments; needs no model of anything."""

from __future__ import annotations

from minsheng_cli.month import Month
from minsheng_cli.patterns import pattern

_MOMENT = pattern(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}):[0-9]{2}(Z|[-+][0-9]{2}:[0-9]{2})")
_HERE = "+08:00"
"""The zone of the whole country, which nobody writes down."""


def month_word(month: Month, year: int) -> str:
    """`8月`, or `2024年1月` outside the plan's year."""
    return f"{month.number}月" if month.year == year else f"{month.year}年{month.number}月"


def moment_word(time: str) -> str:
    """A moment of git's (ISO 8601) as the clock showed it there, with the zone where it is not the country's."""
    found = _MOMENT.fullmatch(time)
    if found is None:
        return "时间不明"
    zone = "" if found[3] == _HERE else f" {'+00:00' if found[3] == 'Z' else found[3]}"
    return f"{found[1]} {found[2]}{zone}"
