"""`compare` and `as_of` in report --format json: what was on the other side (docs/json.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minsheng_cli.numbers import exact
from minsheng_cli.status.comparison import Comparison, GroupChange, IndicatorChange, ProjectChange
from minsheng_cli.status.standing import (
    DepartmentStanding,
    GroupStanding,
    IndicatorStanding,
    ProjectStanding,
)
from minsheng_cli.views.report.facts import in_percent, in_points, items_done, month_text
from minsheng_cli.views.words import done


def whole(comparison: Comparison, summary: dict[str, Any]) -> dict[str, Any]:
    """The county on the other side, with its summary, and which projects are different."""
    numbers = {
        "newly_completed": comparison.newly_completed,
        "newly_started": comparison.newly_started,
        "status_changed": comparison.status_changed,
    }
    return {
        "summary": {**summary, "percent_change": in_points(comparison.completion)},
        **{name: [each.now.project.no for each in changes] for name, changes in numbers.items()},
    }


def entry(comparison: Comparison, what: str, name: str) -> dict[str, Any]:
    """What an entry (of `what`: projects …) was on the other side."""
    change = getattr(comparison, what)[name]
    return _ENTRIES[what](change.then, change)


def project_then(then: ProjectStanding, change: ProjectChange | None) -> dict[str, Any]:
    """A project on the other side; without a `change` one that is gone."""
    return {
        "status": then.status,
        "percent": in_percent(then.completion, full=then.full),
        **({"percent_change": in_points(change.completion)} if change else {}),
        "expected_percent": in_percent(then.expected),
        "started": then.started,
        "carried_from": month_text(then.carried_from),
        **_newly(change),
        "deadlines": [{"id": each.deadline.id, "status": each.status} for each in then.deadlines],
    }


def _newly(change: ProjectChange | IndicatorChange | None) -> dict[str, Any]:
    if change is None:
        return {}
    return {"newly_completed": change.newly_completed, "newly_started": change.newly_started}


def indicator_then(then: IndicatorStanding, change: IndicatorChange | None) -> dict[str, Any]:
    """An indicator on the other side; without a `change` one that is gone."""
    return {
        "status": then.status,
        "target": then.target,
        "done": done(then),
        **({"done_change": None if change.done is None else exact(change.done)} if change else {}),
        "eligible": then.point.reading.eligible if then.point else None,
        "stage": then.point.reading.stage if then.point else None,
        "items": items_done(then),
        "percent": in_percent(then.rate),
        **({"percent_change": in_points(change.rate)} if change else {}),
        "started": then.started,
        "carried_from": month_text(then.carried_from),
        **({"reported": change.reported} if change else {}),
        **_newly(change),
        "deadlines": [{"id": each.deadline.id, "status": each.status} for each in then.deadlines],
    }


def group_then(then: GroupStanding, change: GroupChange | None) -> dict[str, Any]:
    """A department or an area on the other side; without a `change` one that is gone."""
    return {
        "percent": in_percent(then.completion, full=then.full),
        **({"percent_change": in_points(change.completion)} if change else {}),
        **({"reported": then.reported} if isinstance(then, DepartmentStanding) else {}),
    }


_ENTRIES: dict[str, Callable[[Any, Any], dict[str, Any]]] = {
    "projects": project_then,
    "indicators": indicator_then,
    "departments": group_then,
    "areas": group_then,
}
