"""A month without a report is carried forward from the month before, and that is said everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from minsheng_cli.rules.context import Context, Said, reporting_departments

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
    latest = max((report.month for _, file in sound for report in file.reports), default=None)
    for document, file in sound:
        if latest is None or not file.reports or file.department not in owing:
            continue
        months = {report.month for report in file.reports}
        first = min(months)
        count = latest - first + 1 - len(months)  # none is later than the latest of all
        if count:
            missing = (first + ahead for ahead in range(latest - first + 1) if first + ahead not in months)
            listed = "、".join(map(str, islice(missing, MOST_LISTED)))
            many = f"等{count}个月" if count > MOST_LISTED else ""
            at = file.mapping.key("reports")
            message = f"{context.department(file.department)}缺{listed}{many}的月报，沿用上一次的数"
            yield Said(
                document.path, at, message, "请催报，补上缺的这一段；确实没有报的不用填，报表会写明未报"
            )
