"""Two reports of one month: nobody can say which one holds."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.model.progress import Report
from minsheng_cli.month import Month
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.status.pace import LAST_MONTH

SEVERITY = "error"
TITLE = "同一个月报了两次"
WHY = "一个月只能有一份数。两份都写着3月，不知道该以哪份为准；其中一份要是4月的，4月反倒成了没有报。"
MEND = "多半是复制了上个月的一段，忘了改月份，改过来就行；确实是同一个月的，合成一份。"
BAD = """\
- month: 2024-03
  reported_on: 2024-05-03"""
GOOD = """\
- month: 2024-04
  reported_on: 2024-05-03"""


def check(context: Context) -> Iterator[Said]:
    """Months of one file."""
    for document, file in context.ledger.progress:
        first: dict[Month, int] = {}
        months = {report.month for report in file.reports}
        for report in file.reports:
            at = report.mapping.value("month")
            if report.month in first:
                message = f"{report.month}的月报在第{first[report.month]}行已经有一份了"
                yield Said(document.path, at, message, _mend(context, months, report))
            first.setdefault(report.month, at.line)


def _mend(context: Context, months: set[Month], report: Report) -> str:
    """The month after it, where that one is missing and was reported then; else the one before the day reported."""
    reported = Month.on(report.reported_on)
    following = report.month + 1 if report.month < LAST_MONTH else report.month
    meant = following if reported - following in (0, 1) else reported + -1
    if meant > report.month and meant not in months and not context.outside_plan(meant):
        return f"多半是复制上一段以后忘了改月份；这一份报的是{meant}的，请改成：{meant}"
    return "月份写错了的改月份；确实是同一个月的，两段合成一段"
