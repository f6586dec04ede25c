"""report --format json (docs/json.md)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.month import Month
from minsheng_cli.numbers import derived, difference, exact, percent
from minsheng_cli.status.standing import (
    CountyStanding,
    DeadlineStanding,
    DepartmentStanding,
    GroupStanding,
    IndicatorStanding,
    ProjectStanding,
)
from minsheng_cli.views.exact_json import dumps
from minsheng_cli.views.report.facts import baseline
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.words import done

if TYPE_CHECKING:
    from minsheng_cli.status.comparison import Comparison, GroupChange, IndicatorChange, ProjectChange

SCHEMA_VERSION = 1


def render(county: CountyStanding, rows: Rows, comparison: Comparison | None = None) -> str:
    """The whole document; `rows` says which projects, departments and areas are wanted, in which order.

    With a `comparison` the document and each of its entries have a `compare` more.
    """
    plan = county.plan.plan
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "plan": {"title": plan.title, "county": plan.county, "year": plan.year},
            "month": str(county.month),
            "sample": county.sample,
            "left_out": county.left_out,
            "summary": {"projects": len(county.projects), **_summary(county)},
            **({"compare": _comparison(comparison)} if comparison else {}),
            "unreported": [each.id for each in county.unreported],
            "late": [each.id for each in county.late],
            "projects": [project_object(each, comparison) for each in rows.projects],
            "departments": [_department(each, comparison) for each in rows.departments],
            "areas": [_area(each, comparison) for each in rows.areas],
        }
    )


def _summary(county: CountyStanding) -> dict[str, Any]:
    return {
        "completed": county.counts["completed"],
        "started": sum(each.started for each in county.projects),
        "percent": _mean(county.completion, full=county.full),
        "expected_percent": _mean(county.expected, full=county.expected_full),
        "by_status": dict(county.counts),
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    """The county in the month compared with, and which projects are different."""
    numbers = {
        "newly_completed": comparison.newly_completed,
        "newly_started": comparison.newly_started,
        "status_changed": comparison.status_changed,
    }
    return {
        "month": str(comparison.then.month),
        "summary": {**_summary(comparison.then), "percent_change": _difference(comparison.completion)},
        **{name: [each.now.project.no for each in changes] for name, changes in numbers.items()},
    }


def _mean(value: Fraction | None, *, full: bool) -> Decimal | None:
    return None if value is None else percent(value, full=full)


def _rate(value: Fraction | None) -> Decimal | None:
    return None if value is None else percent(value)


def _month(month: Month | None) -> str | None:
    return None if month is None else str(month)


def _difference(value: Fraction | None) -> Decimal | None:
    return None if value is None else difference(value)


def project_object(standing: ProjectStanding, comparison: Comparison | None = None) -> dict[str, Any]:
    """One project with its indicators; with a `comparison`, what it was in the other month."""
    project = standing.project
    compared = {"compare": _project_change(comparison.projects[project.id])} if comparison else {}
    return {
        "no": project.no,
        "id": project.id,
        "name": project.name,
        "area": project.area,
        "lead": project.lead,
        "partners": project.partners,
        "inferred": project.inferred,
        "promise": project.promise,
        "status": standing.status,
        "percent": _mean(standing.completion, full=standing.full),
        "increment_percent": _difference(standing.increment),
        "expected_percent": _rate(standing.expected),
        "started": standing.started,
        "carried_from": _month(standing.carried_from),
        "problems": standing.problems,
        "highlights": standing.highlights,
        "deadlines": [
            {
                "id": each.deadline.id,
                "name": each.deadline.name,
                "date": each.deadline.date.isoformat(),
                "binding": each.binding,
                "required_percent": each.deadline.percent,
                "status": each.status,
            }
            for each in standing.deadlines
        ],
        **compared,
        "indicators": [indicator_object(each, comparison) for each in standing.indicators],
    }


def _project_change(change: ProjectChange) -> dict[str, Any]:
    then = change.then
    return {
        "status": then.status,
        "percent": _mean(then.completion, full=then.full),
        "percent_change": _difference(change.completion),
        "expected_percent": _rate(then.expected),
        "started": then.started,
        "carried_from": _month(then.carried_from),
        "newly_completed": change.newly_completed,
        "newly_started": change.newly_started,
        "deadlines": [{"id": each.deadline.id, "status": each.status} for each in then.deadlines],
    }


def indicator_object(standing: IndicatorStanding, comparison: Comparison | None = None) -> dict[str, Any]:
    """One indicator with its deadlines; with a `comparison`, what it was in the other month."""
    indicator, point = standing.indicator, standing.point
    quantity = indicator if isinstance(indicator, Quantity) else None
    compared = {"compare": _indicator_change(comparison.indicators[indicator.id])} if comparison else {}
    return {
        "id": indicator.id,
        "name": indicator.name,
        "kind": indicator.kind,
        "unit": indicator.unit,
        "report_unit": quantity.report_unit if quantity else None,
        "scale": quantity.scale if quantity else None,
        "department": standing.department,
        "at_least": quantity.at_least if quantity else False,
        "target": standing.target,
        "original_target": standing.original_target,
        "opening": getattr(indicator, "opening", getattr(indicator, "baseline", None))
        if indicator.counts
        else None,
        "baseline": baseline(standing),
        "done": done(standing),
        "eligible": point.reading.eligible if point else None,
        "stage": point.reading.stage if point else None,
        "items": _items(standing),
        "percent": _rate(standing.rate),
        "increment": None if standing.increment is None else exact(standing.increment),
        "increment_since": _month(standing.increment_since),
        "part_of": indicator.part_of,
        "weight": indicator.weight,
        "inferred": indicator.inferred,
        "status": standing.status,
        "started": standing.started,
        "carried_from": _month(standing.carried_from),
        "note": point.note if point else None,
        "revision": point.revision if point else None,
        **compared,
        "deadlines": [_deadline(standing, each) for each in standing.deadlines],
    }


def _indicator_change(change: IndicatorChange) -> dict[str, Any]:
    then = change.then
    return {
        "status": then.status,
        "target": then.target,
        "done": done(then),
        "done_change": None if change.done is None else exact(change.done),
        "eligible": then.point.reading.eligible if then.point else None,
        "stage": then.point.reading.stage if then.point else None,
        "items": _items(then),
        "percent": _rate(then.rate),
        "percent_change": _difference(change.rate),
        "started": then.started,
        "carried_from": _month(then.carried_from),
        "reported": change.reported,
        "newly_completed": change.newly_completed,
        "newly_started": change.newly_started,
        "deadlines": [{"id": each.deadline.id, "status": each.status} for each in then.deadlines],
    }


def _items(standing: IndicatorStanding) -> dict[str, bool] | None:
    """The named items, and which of them are done; None where the plan names none."""
    quantity = standing.indicator if isinstance(standing.indicator, Quantity) else None
    if quantity is None or quantity.items is None:
        return None
    finished = (standing.point.reading.items or ()) if standing.point else ()
    return {name: name in finished for name in quantity.items}


def _deadline(standing: IndicatorStanding, each: DeadlineStanding) -> dict[str, Any]:
    indicator = standing.indicator

    def printed(value: Fraction | None) -> Decimal | None:
        return None if value is None else derived(value, each.places)

    return {
        "id": each.deadline.id,
        "required_percent": each.required_percent,
        "expected": printed(each.expected) if indicator.counts else None,
        "expected_percent": _rate(each.expected_rate),
        "expected_basis": each.basis,
        "status": each.status,
        "met_in": _month(each.met_in),
        "gap": None if each.gap is None else exact(each.gap),
        "pace": printed(each.pace),
        "pace_needed": printed(each.pace_needed),
        "forecast": _month(each.forecast),
    }


def _group(group: GroupStanding, change: GroupChange | None = None) -> dict[str, Any]:
    compared: dict[str, Any] = {}
    if change is not None:
        then = change.then
        compared = {
            "percent": _mean(then.completion, full=then.full),
            "percent_change": _difference(change.completion),
        }
        if isinstance(then, DepartmentStanding):
            compared["reported"] = then.reported
    return {
        "id": group.id,
        "name": group.name,
        "percent": _mean(group.completion, full=group.full),
        "projects": group.projects,
        **({"compare": compared} if compared else {}),
    }


def _area(area: GroupStanding, comparison: Comparison | None = None) -> dict[str, Any]:
    return _group(area, comparison.areas[area.id] if comparison else None)


def _department(department: DepartmentStanding, comparison: Comparison | None = None) -> dict[str, Any]:
    return {
        **_group(department, comparison.departments[department.id] if comparison else None),
        "reported": department.reported,
        "reported_on": department.reported_on.isoformat() if department.reported_on else None,
        "late": department.late,
        "sample": department.sample,
        "left_out": department.left_out,
        "problems": department.problems,
        "highlights": department.highlights,
    }
