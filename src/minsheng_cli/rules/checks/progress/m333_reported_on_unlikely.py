"""A day of reporting that was left as it was, or whose year is wrong: both make the late look punctual, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minsheng_cli.model.progress import Report
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.rules.dates import just_begun, meant_day

SEVERITY = "warning"
TITLE = "报送日期不像是这个月的"
WHY = "谁按时报、谁迟报，是照报送日期算的。抄上月的一段时日期忘了改，或者年份多打了一年，通报里就会冤枉人。"
MEND = "核对报送日期，写错了的改正；确实是那天报的，在这次月报的任意一个指标后面用 note 写一句。"
BAD = """\
- month: 2024-04
  reported_on: 2024-04-02"""
GOOD = """\
- month: 2024-04
  reported_on: 2024-05-03"""

_LONG = 183
"""Days after a month's end that no report takes where others of the ledger come in time."""
_PUNCTUAL = 100


def check(context: Context) -> Iterator[Said]:
    """The days of reporting of each file, against the month and the report before."""
    progress = context.ledger.progress
    punctual = any(_after(report) <= _PUNCTUAL for _, file in progress for report in file.reports)
    for document, file in progress:
        for before, report in pairwise((None, *file.reports)):
            if report is None or _is_noted(report) or context.outside_plan(report.month):
                continue
            at, day = report.mapping.value("reported_on"), report.reported_on
            meant = meant_day(report)
            if before is not None and before.reported_on == day and _follows(before, report):
                yield Said(
                    document.path,
                    at,
                    f"{report.month}的月报，报送日期和上月的一样，也是{day}，那时这个月才开始",
                    "是不是抄了上月的没有改？是的，改成实际报送的日期；没有写错的，给其中一个指标加 note 说明",
                )
            elif punctual and _after(report) > _LONG and meant is not None:
                yield Said(
                    document.path,
                    at,
                    f"{report.month}的月报，报送日期是{day}，晚了半年以上",
                    f"没有写错的，给其中一个指标加 note 说明；年份写错了的，改成：{meant}",
                )


def _after(report: Report) -> int:
    """How many days after the month's end it was reported."""
    return (report.reported_on - report.month.last_day).days


def _follows(before: Report, report: Report) -> bool:
    return report.month - before.month == 1 and just_begun(report)


def _is_noted(report: Report) -> bool:
    return any(figure.note is not None for figure in report.figures.values())
