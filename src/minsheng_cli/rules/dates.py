"""What a day of reporting tells of the month: which year was meant, whether it can be of that month at all."""

from __future__ import annotations

from datetime import date

from minsheng_cli.model.progress import Report
from minsheng_cli.rules.context import in_year

_EARLY = 10
"""Up to this day of a month reports are of the month before."""


def meant_day(report: Report) -> date | None:
    """The day reported, in the year in which it comes within two months of the month's end."""
    if report.month.year == date.max.year:
        return None
    for year in (report.month.year, report.month.year + 1):
        day = in_year(report.reported_on, year)
        if report.month.first_day <= day <= (report.month + 2).last_day:
            return day
    return None


def just_begun(report: Report) -> bool:
    """Whether the month had hardly begun when it was reported, as if the one before were meant."""
    day, first = report.reported_on, report.month.first_day
    return (day.year, day.month) == (first.year, first.month) and day.day <= _EARLY
