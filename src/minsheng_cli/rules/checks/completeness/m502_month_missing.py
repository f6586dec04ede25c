"""A month without a report is carried forward from the month before, and that is said everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from minsheng_cli.model.progress import Report
from minsheng_cli.rules.context import Context, Said, reporting_departments
from minsheng_cli.rules.dates import just_begun

SEVERITY = "warning"
TITLE = "缺某个月的月报"
WHY = "缺了的月份，报表沿用上一次的数，并注明沿用哪个月。那不是当月的真实进度，缺得久了，拖了多少也看不出来。"
MEND = "催部门补上缺的那一段；确实没有报的不用填，报表会写明未报。"
BAD = """\
- month: 2024-03
  reported_on: 2024-04-02
  figures:
    rural-roads: 4.2
    street-lamps: 860
  problems: [沥青供应不足]
# 2024年4月的一段没有报来"""
GOOD = """\
- month: 2024-04
  reported_on: 2024-05-03
  figures:
    rural-roads: {done: 7.85, note: 雨天多}
    street-lamps: 912"""

MOST_LISTED = 24
"""Months that a sentence names."""


def check(context: Context) -> Iterator[Said]:
    """Months between a department's first report and the latest month that anybody has reported."""
    sound = [
        (document, file)
        for document, file in context.ledger.progress
        if document.path not in context.broken_files
    ]
    owing = set(reporting_departments(context))
    too_far = {document.path: _one_too_far(file.reports) for document, file in sound}
    latest = max(
        (
            report.month
            for document, file in sound
            for report in file.reports
            if report is not too_far[document.path]
        ),
        default=None,
    )
    for document, file in sound:
        if latest is None or not file.reports or file.department not in owing:
            continue
        months = {report.month for report in file.reports}
        first, until, slip = min(months), max(latest, *months), too_far[document.path]
        count = until - first + 1 - len(months)
        name = context.department(file.department)
        if count == 1 and slip is not None:
            day, meant = slip.reported_on, file.reports[-2].month + 1
            yield Said(
                document.path,
                slip.mapping.value("month"),
                f"{name}缺{meant}的月报，{slip.month}的却在{day.month}月{day.day}日就报了，那时这个月才开始",
                f"确实缺{meant}的，请催报；月份多写了一个月的，改成：{meant}",
            )
        elif count:
            missing = (first + ahead for ahead in range(until - first + 1) if first + ahead not in months)
            listed = "、".join(map(str, islice(missing, MOST_LISTED)))
            many = f"等{count}个月" if count > MOST_LISTED else ""
            yield Said(
                document.path,
                file.mapping.key("reports"),
                f"{name}缺{listed}{many}的月报，沿用上一次的数",
                "请催报，补上缺的这一段；确实没有报的不用填，报表会写明未报",
            )


def _one_too_far(reports: list[Report]) -> Report | None:
    """The last report, where it came when its month had hardly begun and the month before was not reported."""
    if len(reports) < 2 or not just_begun(reports[-1]):
        return None
    return reports[-1] if reports[-1].month - reports[-2].month == 2 else None
