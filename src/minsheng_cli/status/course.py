"""An indicator's course: its levels month by month, as far as they were known in the report month.

A course is what the rules look at: for a total the sum of its parts' courses, for a trend with a first
report as baseline the level of that report. Levels are exact, in the indicator's unit or as shares.
"""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from typing import NamedTuple

from minsheng_cli.circles import components
from minsheng_cli.kinds.figure import Reading
from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.kinds.total import Total
from minsheng_cli.kinds.trend import Trend
from minsheng_cli.model.plan import Responsibility
from minsheng_cli.model.series import Series, Step
from minsheng_cli.month import Month
from minsheng_cli.numbers import exact


class Point(NamedTuple):
    """What a month's report says: level `f` (None: 底数未报 or 暂无符合条件对象), and what was typed."""

    month: Month
    level: Fraction | None
    done: Fraction
    reading: Reading
    note: str | None = None
    revision: str | None = None

    @property
    def nobody(self) -> bool:
        """暂无符合条件对象: eligible was reported as 0."""
        return self.reading.eligible is not None and self.reading.eligible == 0


class Course(NamedTuple):
    """The points up to and including a month, oldest first, with the schedule."""

    responsibility: Responsibility
    points: list[Point]
    steps: list[Step]
    start: Fraction | None
    """`b`; None for a trend whose baseline is its first report and that has none yet."""

    @property
    def last(self) -> Point | None:
        """The latest point."""
        return self.points[-1] if self.points else None

    @property
    def before(self) -> Point | None:
        """The point before the latest."""
        return self.points[-2] if len(self.points) > 1 else None

    def at(self, month: Month) -> Point | None:
        """The latest point of a month up to `month`."""
        place = bisect_right(self.points, month, key=lambda point: point.month)
        return self.points[place - 1] if place else None


def courses(series: dict[str, Series], month: Month) -> dict[str, Course]:
    """The courses of all indicators as known in `month`; a total comes after its parts."""
    found: dict[str, Course] = {}
    parts = {name: _parts(each) for name, each in series.items()}
    for group in components(parts):
        for name in group:  # a part that leads back to its total is not there yet (rule M226 refuses it)
            known = [found[part] for part in parts[name] if part in found and part not in group]
            found[name] = _course(series[name], month, known)
    return found


def _parts(series: Series) -> list[str]:
    """What a total adds up."""
    indicator = series.responsibility.indicator
    return indicator.of if isinstance(indicator, Total) else []


def _course(series: Series, month: Month, parts: list[Course]) -> Course:
    indicator = series.responsibility.indicator
    points = sorted(
        (
            Point(
                entry.month,
                entry.level,
                entry.done,
                entry.reading,
                entry.figure.note,
                entry.figure.revision,
            )
            for entry in series.entries
            if entry.month <= month
        ),
        key=lambda point: point.month,
    )
    start: Fraction | None = indicator.start
    if isinstance(indicator, Total):
        points = _summed(indicator, points, parts)
    elif isinstance(indicator, Trend):
        first = points[0].level if points else None
        start = first if indicator.baseline is None else Fraction(indicator.baseline)
    return Course(series.responsibility, points, series.steps, start)


def _summed(total: Total, own: list[Point], parts: list[Course]) -> list[Point]:
    """A total's points: in each month in which it or a part was reported, its own count or the sum."""
    counted = {point.month: point for point in own}
    months = sorted({*counted, *(point.month for part in parts for point in part.points)})
    points = []
    for month in months:
        if month in counted:
            points.append(counted[month])
            continue
        level = total.start + sum((added(part, month) for part in parts), Fraction(0))
        points.append(Point(month, level, level, Reading(done=exact(level))))
    return points


def added(part: Course, month: Month) -> Fraction:
    """What a part adds in `month`: its figure so far, a finished milestone 1, nothing where unreported."""
    point = part.at(month)
    if point is None:
        return Fraction(0)
    if isinstance(part.responsibility.indicator, Milestone):
        return point.done
    return point.level or Fraction(0)
