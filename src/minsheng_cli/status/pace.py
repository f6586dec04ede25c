"""Pace so far, pace needed, gap and forecast (docs/rules.md)."""

from __future__ import annotations

import datetime
from fractions import Fraction
from math import ceil

from minsheng_cli.month import Month
from minsheng_cli.status.course import Course

LAST_MONTH = Month.of(9999, 12)
"""A forecast past the calendar's last month is none."""


def pace(course: Course, first: Month) -> Fraction | None:
    """Units a month: over the last four reports, or since the month before the start where there are fewer."""
    indicator, last = course.responsibility.indicator, course.last
    if not indicator.cumulative or last is None or last.level is None:
        return None
    if len(course.points) >= 4:
        earlier = course.points[-4]
        apart = last.month - earlier.month  # none where a month stands there four times, which is an error
        return (last.level - (earlier.level or 0)) / apart if apart > 0 else None
    months = last.month - first + 1
    return (last.level - indicator.start) / months if months > 0 else None


def forecast(course: Course, goal: Fraction, speed: Fraction | None) -> Month | None:
    """The month in which `goal` is reached at this pace; None when reached or the pace is not positive."""
    last = course.last
    if last is None or last.level is None or last.level >= goal or speed is None or speed <= 0:
        return None
    months = ceil((goal - last.level) / speed)
    return last.month + months if months <= LAST_MONTH - last.month else None


def gap(course: Course, goal: Fraction, day: datetime.date) -> Fraction | None:
    """What is still missing: units, or for a coverage those still to be covered; None where unknown.

    `day` settles which target is in force.
    """
    indicator, last = course.responsibility.indicator, course.last
    if last is None:
        return None
    if indicator.kind == "coverage":
        if last.reading.eligible is None or last.reading.done is None:
            return None
        return Fraction(max(0, ceil(goal * Fraction(last.reading.eligible) - Fraction(last.reading.done))))
    if not indicator.counts or last.level is None:
        return None
    return max(Fraction(0), indicator.ceiling(goal - last.level, day))


def pace_needed(course: Course, goal: Fraction, deadline: Month, month: Month) -> Fraction | None:
    """Units a month from now to the deadline; None when met or passed."""
    indicator, last = course.responsibility.indicator, course.last
    if not indicator.counts or last is None or last.level is None or last.level >= goal or deadline <= month:
        return None
    return (goal - last.level) / (deadline - month)
