"""A report dated before its month begins cannot know what was done in it."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said
from minsheng_cli.rules.dates import meant_day

SEVERITY = "error"
TITLE = "报送日期早于当月"
WHY = "3月底还没有到4月，报不出4月的数。不是报送日期写错了，就是月份写错了。"
MEND = "核对月份和报送日期，哪个写错了改哪个。"
BAD = """\
- month: 2024-04
  reported_on: 2024-03-31"""
GOOD = """\
- month: 2024-04
  reported_on: 2024-05-03"""


def check(context: Context) -> Iterator[Said]:
    """`reported_on` against the month reported."""
    for document, file in context.ledger.progress:
        for report in file.reports:
            if report.reported_on < report.month.first_day and not context.outside_plan(report.month):
                at = report.mapping.value("reported_on")
                message = f"{report.month}的月报，报送日期却是{report.reported_on}，那时这个月还没有开始"
                meant = meant_day(report)
                hint = (
                    f"多半是年份写错了，请改成：{meant}" if meant else "核对月份和报送日期，哪个写错了改哪个"
                )
                yield Said(document.path, at, message, hint)
