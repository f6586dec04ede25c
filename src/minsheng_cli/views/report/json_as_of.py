"""`as_of` in report --format json: which revision was taken, and what was known there (docs/json.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minsheng_cli.status.comparison import Comparison, GroupChange, IndicatorChange, ProjectChange
from minsheng_cli.status.standing import GroupStanding, IndicatorStanding, ProjectStanding
from minsheng_cli.views.report.json_changes import group_then, indicator_then, project_then
from minsheng_cli.views.report.json_changes import whole as changed
from minsheng_cli.views.report.rows import Rows


def whole(comparison: Comparison, summary: dict[str, Any], rows: Rows) -> dict[str, Any]:
    """The county as it was known then; what only one side has is told apart, for it is in no pair."""
    as_of, then, gone = comparison.as_of, comparison.then, rows.gone or Rows([], [], [], [])
    assert as_of is not None
    plan, summary = then.plan.plan, {"projects": len(then.projects), **summary}
    return {
        "revision": as_of.revision,
        "commit": as_of.commit,
        "date": as_of.date.isoformat() if as_of.date else None,
        "plan": {"title": plan.title, "county": plan.county, "year": plan.year},
        "sample": then.sample,
        "left_out": then.left_out,
        **changed(comparison, summary),
        "gone": {
            "projects": [{"id": each.project.id, **_project(each, None)} for each in gone.projects],
            "indicators": [
                {"id": each.indicator.id, **_indicator(each, None)} for _, each in gone.indicators
            ],
            "departments": [{"id": each.id, **_group(each, None)} for each in gone.departments],
            "areas": [{"id": each.id, **_group(each, None)} for each in gone.areas],
        },
    }


def entry(comparison: Comparison, what: str, name: str) -> dict[str, Any] | None:
    """What was known then of a project, an indicator, a department, an area; None where it was not there."""
    change = getattr(comparison, what).get(name)
    return None if change is None else _ENTRIES[what](change.then, change)


def _project(then: ProjectStanding, change: ProjectChange | None) -> dict[str, Any]:
    project = then.project
    return {
        "no": project.no,
        "name": project.name,
        "area": project.area,
        "lead": project.lead,
        **project_then(then, change),
    }


def _indicator(then: IndicatorStanding, change: IndicatorChange | None) -> dict[str, Any]:
    indicator, point = then.indicator, then.point
    return {
        "name": indicator.name,
        "project": then.course.responsibility.project.id,
        "kind": indicator.kind,
        "unit": indicator.unit,
        "department": then.department,
        "note": point.note if point else None,
        "revision": point.revision if point else None,
        **indicator_then(then, change),
    }


def _group(then: GroupStanding, change: GroupChange | None) -> dict[str, Any]:
    return {"name": then.name, **group_then(then, change)}


_ENTRIES: dict[str, Callable[[Any, Any], dict[str, Any]]] = {
    "projects": _project,
    "indicators": _indicator,
    "departments": _group,
    "areas": _group,
}
