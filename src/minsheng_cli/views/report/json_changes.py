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
from minsheng_cli.views.report.json import items_done, mean_percent, month_text, points, rate_percent, summary
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.words import done


def whole(comparison: Comparison, rows: Rows) -> dict[str, Any]:
    """The county on the other side, and which projects are different."""
    if comparison.as_of is None:
        return {"compare": {"month": str(comparison.then.month), **compared(comparison)}}
    from minsheng_cli.views.report.json_as_of import whole as as_of

    return {"as_of": as_of(comparison, rows)}


def entry(comparison: Comparison, what: str, name: str) -> dict[str, Any]:
    """What an entry (of `what`: projects …) was on the other side."""
    if comparison.as_of is None:
        change = getattr(comparison, what)[name]
        return {"compare": THEN[what](change.then, change)}
    from minsheng_cli.views.report.json_as_of import entry as as_of

    return {"as_of": as_of(comparison, what, name)}


def compared(comparison: Comparison) -> dict[str, Any]:
    """The county on the other side, and which projects are different."""
    numbers = {
        "newly_completed": comparison.newly_completed,
        "newly_started": comparison.newly_started,
        "status_changed": comparison.status_changed,
    }
    return {
        "summary": {**summary(comparison.then), "percent_change": points(comparison.completion)},
        **{name: [each.now.project.no for each in changes] for name, changes in numbers.items()},
    }


def project_then(then: ProjectStanding, change: ProjectChange | None) -> dict[str, Any]:
    """A project on the other side; without a `change` one that is gone."""
    return {
        "status": then.status,
        "percent": mean_percent(then.completion, full=then.full),
        **({"percent_change": points(change.completion)} if change else {}),
        "expected_percent": rate_percent(then.expected),
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
        "percent": rate_percent(then.rate),
        **({"percent_change": points(change.rate)} if change else {}),
        "started": then.started,
        "carried_from": month_text(then.carried_from),
        **({"reported": change.reported} if change else {}),
        **_newly(change),
        "deadlines": [{"id": each.deadline.id, "status": each.status} for each in then.deadlines],
    }


def group_then(then: GroupStanding, change: GroupChange | None) -> dict[str, Any]:
    """A department or an area on the other side; without a `change` one that is gone."""
    return {
        "percent": mean_percent(then.completion, full=then.full),
        **({"percent_change": points(change.completion)} if change else {}),
        **({"reported": then.reported} if isinstance(then, DepartmentStanding) else {}),
    }


THEN: dict[str, Callable[[Any, Any], dict[str, Any]]] = {
    "projects": project_then,
    "indicators": indicator_then,
    "departments": group_then,
    "areas": group_then,
}
