"""A schedule that does not reach a binding requirement by its deadline plans to break the promise."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.checks.progress.schedules import short_schedules
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "时间表达不到时限要求"
WHY = "时间表是部门自己排的。自己排的都到不了必须完成的时限的要求，等于一开始就照着完不成来排。"
MEND = "把到时限那个月的一步写到要求数；确实完不成的，按程序调整目标，不要把时间表往低里排。"
BAD = """\
schedule:
  checkups: {2024-06: 5000, 2024-09: 9600, 2024-12: 11000}"""
GOOD = """\
schedule:
  checkups: {2024-06: 5000, 2024-09: 9600, 2024-12: 12000}"""


def check(context: Context) -> Iterator[Said]:
    """Schedules against the binding deadlines."""
    yield from short_schedules(context, binding=True)
