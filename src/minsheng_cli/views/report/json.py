"""report --format json (docs/json.md)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.numbers import derived, exact
from minsheng_cli.status.standing import (
    CountyStanding,
    DeadlineStanding,
    DepartmentStanding,
    GroupStanding,
    IndicatorStanding,
    ProjectStanding,
)
from minsheng_cli.views.exact_json import dumps
from minsheng_cli.views.report.facts import baseline, in_percent, in_points, items_done, month_text
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.words import done

if TYPE_CHECKING:
    from minsheng_cli.status.comparison import Comparison

SCHEMA_VERSION = 1


def render(county: CountyStanding, rows: Rows, comparison: Comparison | None = None) -> str:
    """The whole document; `rows` says which projects, departments and areas are wanted, in which order.

    With a `comparison` the document and each of its entries have a `compare` more, or beside a revision an `as_of`.
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
            **_whole(comparison, rows),
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
        "percent": in_percent(county.completion, full=county.full),
        "expected_percent": in_percent(county.expected, full=county.expected_full),
        "by_status": dict(county.counts),
    }


def _whole(comparison: Comparison | None, rows: Rows) -> dict[str, Any]:
    """The county on the other side; nothing where nothing is compared."""
    if comparison is None:
        return {}
    then = _summary(comparison.then)
    if comparison.as_of is None:
        from minsheng_cli.views.report.json_changes import whole

        return {"compare": {"month": str(comparison.then.month), **whole(comparison, then)}}
    from minsheng_cli.views.report.json_as_of import whole as as_of

    return {"as_of": as_of(comparison, then, rows)}


def _other_side(comparison: Comparison | None, what: str, name: str) -> dict[str, Any]:
    """What an entry (of `what`: projects …) was on the other side; nothing where nothing is compared."""
    if comparison is None:
        return {}
    if comparison.as_of is None:
        from minsheng_cli.views.report.json_changes import entry

        return {"compare": entry(comparison, what, name)}
    from minsheng_cli.views.report.json_as_of import entry as as_of

    return {"as_of": as_of(comparison, what, name)}


def project_object(standing: ProjectStanding, comparison: Comparison | None = None) -> dict[str, Any]:
    """One project with its indicators; with a `comparison`, what it was on the other side."""
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
        "percent": in_percent(standing.completion, full=standing.full),
        "increment_percent": in_points(standing.increment),
        "expected_percent": in_percent(standing.expected),
        "started": standing.started,
        "carried_from": month_text(standing.carried_from),
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
        **_other_side(comparison, "projects", project.id),
        "indicators": [indicator_object(each, comparison) for each in standing.indicators],
    }


def indicator_object(standing: IndicatorStanding, comparison: Comparison | None = None) -> dict[str, Any]:
    """One indicator with its deadlines; with a `comparison`, what it was on the other side."""
    indicator, point = standing.indicator, standing.point
    quantity = indicator if isinstance(indicator, Quantity) else None
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
        "items": items_done(standing),
        "percent": in_percent(standing.rate),
        "increment": None if standing.increment is None else exact(standing.increment),
        "increment_since": month_text(standing.increment_since),
        "part_of": indicator.part_of,
        "weight": indicator.weight,
        "inferred": indicator.inferred,
        "status": standing.status,
        "started": standing.started,
        "carried_from": month_text(standing.carried_from),
        "note": point.note if point else None,
        "revision": point.revision if point else None,
        **_other_side(comparison, "indicators", indicator.id),
        "deadlines": [_deadline(standing, each) for each in standing.deadlines],
    }


def _deadline(standing: IndicatorStanding, each: DeadlineStanding) -> dict[str, Any]:
    indicator = standing.indicator

    def printed(value: Fraction | None) -> Decimal | None:
        return None if value is None else derived(value, each.places)

    return {
        "id": each.deadline.id,
        "required_percent": each.required_percent,
        "expected": printed(each.expected) if indicator.counts else None,
        "expected_percent": in_percent(each.expected_rate),
        "expected_basis": each.basis,
        "status": each.status,
        "met_in": month_text(each.met_in),
        "gap": None if each.gap is None else exact(each.gap),
        "pace": printed(each.pace),
        "pace_needed": printed(each.pace_needed),
        "forecast": month_text(each.forecast),
    }


def _group(group: GroupStanding, comparison: Comparison | None, what: str) -> dict[str, Any]:
    return {
        "id": group.id,
        "name": group.name,
        "percent": in_percent(group.completion, full=group.full),
        "projects": group.projects,
        **_other_side(comparison, what, group.id),
    }


def _area(area: GroupStanding, comparison: Comparison | None = None) -> dict[str, Any]:
    return _group(area, comparison, "areas")


def _department(department: DepartmentStanding, comparison: Comparison | None = None) -> dict[str, Any]:
    return {
        **_group(department, comparison, "departments"),
        "reported": department.reported,
        "reported_on": department.reported_on.isoformat() if department.reported_on else None,
        "late": department.late,
        "sample": department.sample,
        "left_out": department.left_out,
        "problems": department.problems,
        "highlights": department.highlights,
    }
