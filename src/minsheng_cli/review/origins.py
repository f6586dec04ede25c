"""Where a number stands in the ledger's files: a month's figure, a target, a requirement, a step of a schedule."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from minsheng_cli.finding import Position
from minsheng_cli.kinds.coverage import Coverage
from minsheng_cli.kinds.indicator import Indicator
from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.kinds.total import Total
from minsheng_cli.kinds.trend import Trend
from minsheng_cli.model.plan import Deadline
from minsheng_cli.model.series import Entry, Figures, Series
from minsheng_cli.month import Month
from minsheng_cli.source.folder import PLAN
from minsheng_cli.source.nodes import MappingNode
from minsheng_cli.status.course import Course, Point, added


class Place(NamedTuple):
    """A place in one of the ledger's files."""

    file: str
    at: Position


class Origin(NamedTuple):
    """A figure of an indicator as one report has it, and where; no places where nobody typed it."""

    indicator: Indicator
    point: Point
    places: tuple[Place, ...]


class Part(NamedTuple):
    """What one part adds to a total, and where that comes from (None: nothing was reported)."""

    indicator: Indicator
    value: Fraction
    origin: Origin | None


def origin(figures: Figures, course: Course, point: Point) -> Origin:
    """Where a point of a course stands."""
    indicator = course.responsibility.indicator
    series = figures.series.get(indicator.id)
    entry = _entry(series, point.month) if series else None
    if entry is None:
        return Origin(indicator, point, ())
    places = [Place(entry.file, entry.at)]
    if entry.eligible_at != entry.at:
        places.append(Place(entry.file, entry.eligible_at))
    return Origin(indicator, point, tuple(places))


def _entry(series: Series, month: Month) -> Entry | None:
    return next((each for each in reversed(series.entries) if each.month == month), None)


def parts(figures: Figures, courses: dict[str, Course], course: Course, point: Point) -> list[Part]:
    """What a total was added up from; nothing where the month has a count of its own, or it is no total."""
    total = course.responsibility.indicator
    series = figures.series.get(total.id)
    if not isinstance(total, Total) or (series and _entry(series, point.month)):
        return []
    found = []
    for name in total.of:
        part = courses.get(name)
        if part is None:
            continue
        here = part.at(point.month)
        found.append(
            Part(
                part.responsibility.indicator,
                added(part, point.month),
                origin(figures, part, here) if here else None,
            )
        )
    return found


def target_place(indicator: Indicator, month: Month) -> Place:
    """Where the target that is in force at the end of `month` stands."""
    due = [each for each in indicator.adjustments if each.date <= month.last_day]
    if due:
        latest = max(due, key=lambda each: each.date)
        return Place(PLAN, latest.mapping.value("target"))
    keys = {Coverage: "target_percent", Milestone: "stages"}
    key = keys.get(type(indicator), "target")
    if isinstance(indicator, Trend):
        key = "baseline" if indicator.baseline is not None else "baseline_from"
    return Place(PLAN, indicator.mapping.value(key))


def start_place(indicator: Indicator) -> Place:
    """Where an opening or a baseline stands."""
    key = "opening" if "opening" in indicator.mapping.values else "baseline"
    return Place(PLAN, indicator.mapping.value(key))


def percent_place(indicator: Indicator, deadline: Deadline) -> Place:
    """Where the percentage stands that a deadline asks of an indicator: its own, or the deadline's."""
    own = indicator.required.get(deadline.id)
    holder = indicator.mapping.values.get("required")
    if own is not None and isinstance(holder, MappingNode):
        return Place(PLAN, own.mapping.value("percent"))
    return Place(PLAN, deadline.mapping.value("percent"))
