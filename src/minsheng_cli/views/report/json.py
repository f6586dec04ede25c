"""report --format json (docs/json.md)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

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
from minsheng_cli.views.report.rows import Rows

SCHEMA_VERSION = 1


def render(county: CountyStanding, rows: Rows) -> str:
    """The whole document; `rows` says which projects, departments and areas are wanted, in which order."""
    plan = county.plan.plan
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "plan": {"title": plan.title, "county": plan.county, "year": plan.year},
            "month": str(county.month),
            "sample": county.sample,
            "left_out": county.left_out,
            "summary": {
                "projects": len(county.projects),
                "completed": county.counts["completed"],
                "started": sum(each.started for each in county.projects),
                "percent": _mean(county.completion, full=county.full),
                "expected_percent": _mean(county.expected, full=county.expected_full),
                "by_status": dict(county.counts),
            },
            "unreported": [each.id for each in county.unreported],
            "late": [each.id for each in county.late],
            "projects": [project_object(each) for each in rows.projects],
            "departments": [_department(each) for each in rows.departments],
            "areas": [_group(each) for each in rows.areas],
        }
    )


def _mean(value: Fraction | None, *, full: bool) -> Decimal | None:
    return None if value is None else percent(value, full=full)


def _rate(value: Fraction | None) -> Decimal | None:
    return None if value is None else percent(value)


def _month(month: Month | None) -> str | None:
    return None if month is None else str(month)


def project_object(standing: ProjectStanding) -> dict[str, Any]:
    """One project with its indicators."""
    project = standing.project
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
        "increment_percent": None if standing.increment is None else difference(standing.increment),
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
        "indicators": [indicator_object(each) for each in standing.indicators],
    }


def indicator_object(standing: IndicatorStanding) -> dict[str, Any]:
    """One indicator with its deadlines."""
    indicator, point = standing.indicator, standing.point
    quantity = indicator if isinstance(indicator, Quantity) else None
    items = None
    if quantity is not None and quantity.items is not None:
        done = (point.reading.items or ()) if point else ()
        items = {name: name in done for name in quantity.items}
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
        "baseline": _baseline(standing),
        "done": _done(standing),
        "eligible": point.reading.eligible if point else None,
        "stage": point.reading.stage if point else None,
        "items": items,
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
        "deadlines": [_deadline(standing, each) for each in standing.deadlines],
    }


def _baseline(standing: IndicatorStanding) -> Decimal | None:
    """What a trend is compared with, or a total begins from."""
    start = standing.course.start
    return exact(start) if start is not None and standing.indicator.kind in ("trend", "total") else None


def _done(standing: IndicatorStanding) -> Decimal | None:
    """The figure in `unit`, with its own digits where it was typed in that unit."""
    if standing.point is None:
        return None
    typed = standing.point.reading.done
    if typed is not None and standing.indicator.scaling == 1:
        return typed
    return exact(standing.point.done)


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


def _group(group: GroupStanding) -> dict[str, Any]:
    return {
        "id": group.id,
        "name": group.name,
        "percent": _mean(group.completion, full=group.full),
        "projects": group.projects,
    }


def _department(department: DepartmentStanding) -> dict[str, Any]:
    return {
        **_group(department),
        "reported": department.reported,
        "reported_on": department.reported_on.isoformat() if department.reported_on else None,
        "late": department.late,
        "sample": department.sample,
        "left_out": department.left_out,
        "problems": department.problems,
        "highlights": department.highlights,
    }
