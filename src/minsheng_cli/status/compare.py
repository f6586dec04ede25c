"""Two standings put side by side (their shape: status/comparison.py)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from minsheng_cli.status.comparison import (
    AsOf,
    Comparison,
    Counted,
    GroupChange,
    IndicatorChange,
    ProjectChange,
    same_measure_of,
)
from minsheng_cli.status.standing import CountyStanding, GroupStanding, IndicatorStanding, ProjectStanding

Moved = list[tuple[ProjectChange, IndicatorChange | None]]
Holdings = dict[str, dict[str, Counted]]
"""What each group counts, by its id."""


def compare(then: CountyStanding, now: CountyStanding, as_of: AsOf | None = None) -> Comparison:
    """The report `now` against the month `then` of the same ledger; or against its own month as known `as_of`."""
    before = {each.project.id: each for each in then.projects}
    earlier = {each.indicator.id: each for project in then.projects for each in project.indicators}
    indicators = {
        each.indicator.id: _indicator(earlier[each.indicator.id], each, months=as_of is None)
        for project in now.projects
        for each in project.indicators
        if each.indicator.id in earlier
    }
    projects = {
        each.project.id: _project(before[each.project.id], each, indicators, months=as_of is None)
        for each in now.projects
        if each.project.id in before
    }
    return Comparison(
        then=then,
        now=now,
        completion=_less(then.completion, now.completion),
        projects=projects,
        indicators=indicators,
        departments=_groups(
            then.departments, now.departments, _own(projects), _answered(then), _answered(now)
        ),
        areas=_groups(then.areas, now.areas, _in(projects), _gathered(then), _gathered(now)),
        as_of=as_of,
    )


def _project(
    then: ProjectStanding, now: ProjectStanding, indicators: dict[str, IndicatorChange], *, months: bool
) -> ProjectChange:
    had = {each.indicator.id for each in then.indicators}
    has = {each.indicator.id for each in now.indicators}
    pairs = [indicators[each.indicator.id] for each in now.indicators if each.indicator.id in indicators]
    return ProjectChange(
        then=then,
        now=now,
        completion=_less(then.completion, now.completion),
        indicators=pairs,
        months=months,
        came=[each for each in now.indicators if each.indicator.id not in had],
        left=[each for each in then.indicators if each.indicator.id not in has],
    )


def _indicator(then: IndicatorStanding, now: IndicatorStanding, *, months: bool) -> IndicatorChange:
    comparable = now.point and then.point and same_measure_of(then, now)
    reported = (
        (then.point and then.point.month) != (now.point and now.point.month)
        if months
        else _reported(then) != _reported(now)
    )
    return IndicatorChange(
        then=then,
        now=now,
        done=now.point.done - then.point.done if comparable and now.point and then.point else None,
        rate=_less(then.rate, now.rate),
        reported=reported,
        months=months,
    )


def _groups(
    then: Sequence[GroupStanding],
    now: Sequence[GroupStanding],
    moved: dict[str, Moved],
    had: Holdings,
    has: Holdings,
) -> dict[str, GroupChange]:
    """The groups that both sides have."""
    before = {each.id: each for each in then}
    return {
        each.id: GroupChange(
            before[each.id],
            each,
            _less(before[each.id].completion, each.completion),
            moved[each.id],
            [one for name, one in has[each.id].items() if name not in had[each.id]],
            [one for name, one in had[each.id].items() if name not in has[each.id]],
        )
        for each in now
        if each.id in before
    }


def _own(projects: dict[str, ProjectChange]) -> dict[str, Moved]:
    """Each department's indicators with another status, which says more of it than its projects' would."""
    found: defaultdict[str, Moved] = defaultdict(list)
    for project in projects.values():
        for each in project.indicators:
            if each.status_changed:
                found[each.now.department].append((project, each))
    return found


def _in(projects: dict[str, ProjectChange]) -> dict[str, Moved]:
    """Each area's projects with another status."""
    found: defaultdict[str, Moved] = defaultdict(list)
    for each in projects.values():
        if each.status_changed:
            found[each.now.project.area or ""].append((each, None))
    return found


def _answered(county: CountyStanding) -> Holdings:
    """The indicators that each department answers for."""
    found: defaultdict[str, dict[str, Counted]] = defaultdict(dict)
    for project in county.projects:
        for each in project.indicators:
            found[each.department][each.indicator.id] = (project, each)
    return found


def _gathered(county: CountyStanding) -> Holdings:
    """The projects of each area."""
    found: defaultdict[str, dict[str, Counted]] = defaultdict(dict)
    for each in county.projects:
        found[each.project.area or ""][each.project.id] = (each, None)
    return found


def _less(then: Fraction | None, now: Fraction | None) -> Fraction | None:
    """`now` less `then`; None where one of them is nothing that could be compared."""
    return None if then is None or now is None else now - then


def _reported(standing: IndicatorStanding) -> tuple[object, ...] | None:
    """All of the report that an indicator rests on: another wherever one of it was changed."""
    point = standing.point
    if point is None:
        return None
    reading = point.reading._replace(items=None), frozenset(point.reading.items or ())
    return point.month, reading, point.done, point.note, point.revision
