"""The shape of two standings side by side: two months of one ledger, or one month as it was known at a revision and as it is now.

`then` is the month compared with, or what was known then; `now` the report's own. Every difference is now less
then. Each side stands by the rules of its own month and its own plan: its target in force, its base, what it
carried. Of two plans, what has the same id is the same thing; what only one side has is in no pair.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from minsheng_cli.status.standing import (
    CountyStanding,
    DeadlineStanding,
    GroupStanding,
    IndicatorStanding,
    ProjectDeadline,
    ProjectStanding,
)

S = TypeVar("S", IndicatorStanding, ProjectStanding)
T = TypeVar("T", DeadlineStanding, ProjectDeadline)
Counted = tuple[ProjectStanding, IndicatorStanding | None]
"""What a group counts: a department's indicator with its project, or an area's project."""


class AsOf(NamedTuple):
    """The revision at which `then` was known."""

    revision: str
    """As it was asked for: a commit, a tag, a branch, a day."""
    commit: str
    """The id of the commit taken, in full."""
    date: datetime.date | None
    """The day on which it was committed; None where its time is none."""
    day: bool
    """A day was asked for, and this is the last commit up to its end."""


@dataclass(frozen=True, slots=True)
class _Change(Generic[S]):
    """What has an overall status, then and now."""

    then: S
    now: S

    @property
    def status_changed(self) -> bool:
        """The overall status is another one."""
        return self.then.status != self.now.status

    @property
    def newly_completed(self) -> bool:
        """Completed now and not then."""
        return self.now.status == "completed" != self.then.status

    @property
    def newly_started(self) -> bool:
        """Started now and not then."""
        return self.now.started and not self.then.started


@dataclass(frozen=True, slots=True)
class IndicatorChange(_Change[IndicatorStanding]):
    """One indicator then and now."""

    done: Fraction | None
    """The difference of the figures, in the indicator's unit; None where one side has none or counts otherwise."""
    rate: Fraction | None
    """The difference of the rates as they are printed; None where one side has none."""
    reported: bool
    """The sides rest on different reports, or on one that was changed."""
    months: bool
    """Two months of one ledger are compared."""

    @property
    def silent(self) -> bool:
        """Two months rest on the same report: nothing is known of the time between."""
        return self.months and not self.reported

    @property
    def same_measure(self) -> bool:
        """Both sides count the same way, in the same unit."""
        return same_measure_of(self.then, self.now)

    @property
    def figure_changed(self) -> bool:
        """The figure, the base, the stage, the target or the unit is another one."""
        return _said(self.then) != _said(self.now) or not self.same_measure

    @property
    def deadlines_changed(self) -> list[tuple[DeadlineStanding, DeadlineStanding]]:
        """The deadlines with another status, then and now."""
        return other_status(self.then.deadlines, self.now.deadlines)


@dataclass(frozen=True, slots=True)
class ProjectChange(_Change[ProjectStanding]):
    """One project then and now."""

    completion: Fraction | None
    indicators: list[IndicatorChange]
    months: bool
    """Two months of one ledger are compared."""
    came: list[IndicatorStanding]
    """Indicators that it has now and had not then."""
    left: list[IndicatorStanding]
    """Indicators that it had then and has not now."""

    @property
    def silent(self) -> bool:
        """Two months rest on the same reports: nothing is known of the time between."""
        return self.months and not any(each.reported for each in self.indicators)

    @property
    def deadlines_changed(self) -> list[tuple[ProjectDeadline, ProjectDeadline]]:
        """The deadlines with another status, then and now."""
        return other_status(self.then.deadlines, self.now.deadlines)


@dataclass(frozen=True, slots=True)
class GroupChange:
    """A department or an area then and now."""

    then: GroupStanding
    now: GroupStanding
    completion: Fraction | None
    moved: list[tuple[ProjectChange, IndicatorChange | None]]
    """What has another status: a department's own indicators with their projects, an area's projects."""
    came: list[Counted]
    """What it counts now and did not then."""
    left: list[Counted]
    """What it counted then and does not now."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that is different between two sides; by their ids the projects and the rest that both have."""

    then: CountyStanding
    now: CountyStanding
    completion: Fraction | None
    projects: dict[str, ProjectChange]
    indicators: dict[str, IndicatorChange]
    departments: dict[str, GroupChange]
    areas: dict[str, GroupChange]
    as_of: AsOf | None
    """The revision at which `then` was known; None where it is another month of the same ledger."""

    @property
    def came(self) -> list[ProjectStanding]:
        """Projects that are there now and were not then."""
        return [each for each in self.now.projects if each.project.id not in self.projects]

    @property
    def left(self) -> list[ProjectStanding]:
        """Projects that were there then and are not now."""
        return [each for each in self.then.projects if each.project.id not in self.projects]

    @property
    def backwards(self) -> bool:
        """The month compared with is the later one."""
        return self.then.month > self.now.month

    @property
    def newly_completed(self) -> list[ProjectChange]:
        """Projects completed now and not then, in the plan's order."""
        return [each for each in self.projects.values() if each.newly_completed]

    @property
    def newly_started(self) -> list[ProjectChange]:
        """Projects started now and not then, in the plan's order."""
        return [each for each in self.projects.values() if each.newly_started]

    @property
    def status_changed(self) -> list[ProjectChange]:
        """Projects with another overall status, in the plan's order."""
        return [each for each in self.projects.values() if each.status_changed]


def same_measure_of(then: IndicatorStanding, now: IndicatorStanding) -> bool:
    """Both count the same way, in the same unit."""
    return (then.indicator.kind, then.indicator.unit) == (now.indicator.kind, now.indicator.unit)


def _said(standing: IndicatorStanding) -> tuple[object, ...]:
    """What a report says of an indicator, as far as it can be another on the other side."""
    point, reading = standing.point, standing.point and standing.point.reading
    known = (point.done, reading.eligible, reading.stage, reading.items) if point and reading else None
    return known, standing.target, standing.course.start if standing.indicator.kind == "trend" else None


def other_status(then: list[T], now: list[T]) -> list[tuple[T, T]]:
    """The deadlines that both sides have and towards which they have another status."""
    before = {each.deadline.id: each for each in then}
    return [
        (before[each.deadline.id], each)
        for each in now
        if each.deadline.id in before and before[each.deadline.id].status != each.status
    ]
