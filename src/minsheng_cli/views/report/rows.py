"""Which rows of a report are wanted, and in which order; the summary stays the whole ledger's."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, NamedTuple, TypeVar

from minsheng_cli.status.standing import (
    URGENCY,
    CountyStanding,
    DepartmentStanding,
    GroupStanding,
    IndicatorStanding,
    ProjectStanding,
    Status,
)

Row = TypeVar("Row")


class Choice(NamedTuple):
    """The filters and the order: ids of a project and a department, a status; `by` and `sort` as typed."""

    by: str = "project"
    sort: str = "plan"
    project: str | None = None
    department: str | None = None
    status: str | None = None


class Rows(NamedTuple):
    """The chosen rows of each sort."""

    projects: list[ProjectStanding]
    indicators: list[tuple[ProjectStanding, IndicatorStanding]]
    departments: list[DepartmentStanding]
    areas: list[GroupStanding]
    department: str | None = None
    """The department that the rows were chosen for."""
    gone: Rows | None = None
    """Chosen the same way, what only the ledger compared with has."""


def choose(county: CountyStanding, choice: Choice) -> Rows:
    """Filter and sort; departments and areas are those of the chosen projects."""
    projects = [each for each in county.projects if _wanted(each, choice)]
    by_indicator = choice.by == "indicator"
    indicators = [
        (project, each)
        for project in county.projects
        if choice.project in (None, project.project.id)
        for each in project.indicators
        if choice.department in (None, each.department)
        and choice.status in (None, each.status if by_indicator else project.status)
    ]
    numbers = {each.project.no for each in projects}
    narrowed = choice.project is not None or choice.status is not None
    departments = [
        each
        for each in county.departments
        if choice.department in (None, each.id) and (not narrowed or numbers.intersection(each.projects))
    ]
    filtered = narrowed or choice.department is not None
    areas = [each for each in county.areas if not filtered or numbers.intersection(each.projects)]
    return Rows(
        projects=_sorted(projects, choice.sort, lambda each: each.status, lambda each: each.completion),
        indicators=_sorted(indicators, choice.sort, lambda pair: pair[1].status, lambda pair: pair[1].rate),
        departments=_sorted(departments, choice.sort, None, lambda each: each.completion),
        areas=_sorted(areas, choice.sort, None, lambda each: each.completion),
        department=choice.department,
    )


def only_then(then: CountyStanding, now: CountyStanding, choice: Choice) -> Rows:
    """The rows of `then` whose ids `now` has not, in the order and by the filters of the report."""
    chosen = choose(then, choice)
    projects = {each.project.id for each in now.projects}
    indicators = {each.indicator.id for project in now.projects for each in project.indicators}
    departments, areas = ({each.id for each in groups} for groups in (now.departments, now.areas))
    return Rows(
        projects=[each for each in chosen.projects if each.project.id not in projects],
        indicators=[pair for pair in chosen.indicators if pair[1].indicator.id not in indicators],
        departments=[each for each in chosen.departments if each.id not in departments],
        areas=[each for each in chosen.areas if each.id not in areas],
        department=choice.department,
    )


def _wanted(standing: ProjectStanding, choice: Choice) -> bool:
    answering = {standing.project.lead, *(each.department for each in standing.indicators)}
    return (
        choice.project in (None, standing.project.id)
        and choice.status in (None, standing.status)
        and (choice.department is None or choice.department in answering)
    )


def _sorted(
    rows: list[Row], sort: str, status: Callable[[Any], Status] | None, rate: Callable[[Any], Fraction | None]
) -> list[Row]:
    """In the plan's order, the most urgent first, or by percent from the highest down; ties keep the plan's order.

    Departments and areas have no status: the most urgent of them are those with the lowest percent.
    """
    if sort == "status" and status is not None:
        return sorted(rows, key=lambda row: URGENCY.index(status(row)))
    if sort == "plan":
        return rows
    sign = -1 if sort == "percent" else 1
    nothing = Fraction(2) if sort == "status" else Fraction(-1)

    def key(row: Row) -> Fraction:
        value = rate(row)
        return sign * (nothing if value is None else value)

    return sorted(rows, key=key)
