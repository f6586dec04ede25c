"""Two months of one ledger side by side: what is different in the report month from the month compared with.

`then` is the month compared with, `now` the report month, whichever comes first; every difference is now
less then. Each side stands by the rules of its own month: its target in force, its base, what it carried.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

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
    """The difference of the figures, in the indicator's unit; None where one month has none."""
    rate: Fraction | None
    """The difference of the rates as they are printed; None where one month has none."""
    reported: bool
    """The two months rest on different reports; where not, nothing is known of the time between."""

    @property
    def figure_changed(self) -> bool:
        """The figure, the base, the stage or the target is another one."""
        return _said(self.then) != _said(self.now)

    @property
    def deadlines_changed(self) -> list[tuple[DeadlineStanding, DeadlineStanding]]:
        """The deadlines with another status, then and now."""
        return _other_status(self.then.deadlines, self.now.deadlines)


@dataclass(frozen=True, slots=True)
class ProjectChange(_Change[ProjectStanding]):
    """One project then and now."""

    completion: Fraction | None
    indicators: list[IndicatorChange]

    @property
    def deadlines_changed(self) -> list[tuple[ProjectDeadline, ProjectDeadline]]:
        """The deadlines with another status, then and now."""
        return _other_status(self.then.deadlines, self.now.deadlines)


@dataclass(frozen=True, slots=True)
class GroupChange:
    """A department or an area then and now."""

    then: GroupStanding
    now: GroupStanding
    completion: Fraction | None
    moved: list[tuple[ProjectChange, IndicatorChange | None]]
    """What has another status: a department's own indicators with their projects, an area's projects."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that is different between two months; projects and the rest by their ids."""

    then: CountyStanding
    now: CountyStanding
    completion: Fraction | None
    projects: dict[str, ProjectChange]
    indicators: dict[str, IndicatorChange]
    departments: dict[str, GroupChange]
    areas: dict[str, GroupChange]

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


def compare(then: CountyStanding, now: CountyStanding) -> Comparison:
    """The report month `now` against the month `then`, both of the same ledger."""
    before = {each.project.id: each for each in then.projects}
    projects = {each.project.id: _project(before[each.project.id], each) for each in now.projects}
    return Comparison(
        then=then,
        now=now,
        completion=_less(then.completion, now.completion),
        projects=projects,
        indicators={
            each.now.indicator.id: each for project in projects.values() for each in project.indicators
        },
        departments={
            each.id: GroupChange(
                before, each, _less(before.completion, each.completion), _own(each.id, projects)
            )
            for before, each in zip(then.departments, now.departments, strict=True)
        },
        areas={
            each.id: GroupChange(
                before, each, _less(before.completion, each.completion), _in(each.id, projects)
            )
            for before, each in zip(then.areas, now.areas, strict=True)
        },
    )


def _project(then: ProjectStanding, now: ProjectStanding) -> ProjectChange:
    pairs = zip(then.indicators, now.indicators, strict=True)
    return ProjectChange(
        then, now, _less(then.completion, now.completion), [_indicator(*pair) for pair in pairs]
    )


def _indicator(then: IndicatorStanding, now: IndicatorStanding) -> IndicatorChange:
    return IndicatorChange(
        then=then,
        now=now,
        done=now.point.done - then.point.done if now.point and then.point else None,
        rate=_less(then.rate, now.rate),
        reported=(then.point and then.point.month) != (now.point and now.point.month),
    )


def _own(
    department: str, projects: dict[str, ProjectChange]
) -> list[tuple[ProjectChange, IndicatorChange | None]]:
    """A department's indicators with another status, which says more of it than its projects' would."""
    return [
        (project, each)
        for project in projects.values()
        for each in project.indicators
        if each.now.department == department and each.status_changed
    ]


def _in(area: str, projects: dict[str, ProjectChange]) -> list[tuple[ProjectChange, IndicatorChange | None]]:
    """An area's projects with another status."""
    return [
        (each, None) for each in projects.values() if each.now.project.area == area and each.status_changed
    ]


def _less(then: Fraction | None, now: Fraction | None) -> Fraction | None:
    """`now` less `then`; None where one of them is nothing that could be compared."""
    return None if then is None or now is None else now - then


def _said(standing: IndicatorStanding) -> tuple[object, ...]:
    """What a report says of an indicator, as far as it can be another in the other month."""
    point, reading = standing.point, standing.point and standing.point.reading
    known = (point.done, reading.eligible, reading.stage, reading.items) if point and reading else None
    return known, standing.target, standing.course.start if standing.indicator.kind == "trend" else None


def _other_status(then: list[T], now: list[T]) -> list[tuple[T, T]]:
    return [(old, new) for old, new in zip(then, now, strict=True) if old.status != new.status]
