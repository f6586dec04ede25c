"""diff --format json (docs/json.md)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from minsheng_cli.numbers import percent
from minsheng_cli.review.change import Change
from minsheng_cli.review.difference import Difference
from minsheng_cli.status.comparison import Comparison, GroupChange
from minsheng_cli.status.standing import CountyStanding, GroupStanding, ProjectStanding
from minsheng_cli.views.diff.effects import moved, moved_departments
from minsheng_cli.views.diff.names import Named, Names
from minsheng_cli.views.exact_json import dumps

SCHEMA_VERSION = 1


def render(difference: Difference, names: Names) -> str:
    """The whole document."""
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "old": names.old.name,
            "new": names.new.name if names.new.commit else "working tree",
            "commits": {"old": _commit(names.old), "new": _commit(names.new)},
            "sample": difference.old.sample or difference.new.sample,
            "changes": [_change(each, difference) for each in difference.changes],
            "effects": _effects(difference),
        }
    )


def _commit(named: Named) -> str | None:
    return named.commit or None


def _change(change: Change, difference: Difference) -> dict[str, Any]:
    place, detail = change.place, change.figure
    figure: dict[str, Any] = {}
    if change.kind == "figure" and detail is not None:
        rate = detail.rate
        figure = {
            "previous_month": str(detail.before.month) if detail.before else None,
            "percent": None if rate is None else percent(rate),
            "earlier": detail.earlier,
        }
    return {
        "kind": change.kind,
        "department": change.department,
        "month": str(change.month) if change.month else None,
        "project": change.project,
        "indicator": change.indicator,
        "id": change.id,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "delta": change.delta,
        "reason": change.reason,
        **figure,
        "file": place.file if place else None,
        "line": place.at.line if place else None,
        "column": place.at.column if place else None,
        "findings": [each.code for each in difference.findings(change)],
        "side": None if place is None else "old" if place.old else "new",
    }


def _effects(difference: Difference) -> dict[str, Any]:
    sides = (difference.old.county, difference.new.county)
    county, effects = sides[1] or sides[0], difference.effects
    return {
        "month": str(county.month) if county else None,
        "percent": [None if each is None or each.left_out else _percent(each) for each in sides],
        "by_status": [None if each is None or each.left_out else each.counts for each in sides],
        "left_out": [each.left_out if each else [] for each in sides],
        "projects": _projects(effects) if effects else [],
        "departments": [_group(each) for each in moved_departments(effects)] if effects else [],
    }


def _projects(effects: Comparison) -> list[dict[str, Any]]:
    """Those that stand otherwise, in the newer plan's order, then those that are gone."""
    changes = {each.now.project.id: each for each in moved(effects)}
    came = {each.project.id for each in effects.came}
    listed = []
    for now in effects.now.projects:
        change = changes.get(now.project.id)
        if change is not None:
            pairs = change.deadlines_changed
            deadlines = [
                {"id": then.deadline.id, "status": [then.status, after.status]} for then, after in pairs
            ]
            listed.append(_project(change.then, now, deadlines))
        elif now.project.id in came:
            listed.append(_project(None, now, []))
    return [*listed, *(_project(each, None, []) for each in effects.left)]


def _project(
    then: ProjectStanding | None, now: ProjectStanding | None, deadlines: list[dict[str, Any]]
) -> dict[str, Any]:
    one = now or then
    assert one is not None
    return {
        "no": one.project.no,
        "id": one.project.id,
        "name": one.project.name,
        "status": [each and each.status for each in (then, now)],
        "percent": [_percent(each) for each in (then, now)],
        "deadlines": deadlines,
    }


def _group(change: GroupChange) -> dict[str, Any]:
    return {"id": change.now.id, "percent": [_percent(change.then), _percent(change.now)]}


def _percent(standing: CountyStanding | ProjectStanding | GroupStanding | None) -> Decimal | None:
    if standing is None or standing.completion is None:
        return None
    return percent(standing.completion, full=standing.full)
