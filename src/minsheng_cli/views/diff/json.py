"""diff --format json (docs/json.md)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from minsheng_cli.numbers import percent
from minsheng_cli.review.change import Change
from minsheng_cli.review.difference import Difference, GroupEffect, ProjectEffect
from minsheng_cli.status.standing import CountyStanding, GroupStanding, ProjectStanding
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
    effects = difference.effects
    then, now = effects.old, effects.new
    county = now or then
    return {
        "month": str(county.month) if county else None,
        "percent": [_percent(then), _percent(now)],
        "by_status": [each and each.counts for each in (then, now)],
        "left_out": [each.left_out if each else [] for each in (then, now)],
        "projects": [_project(each) for each in effects.projects],
        "departments": [_group(each) for each in effects.departments],
    }


def _project(effect: ProjectEffect) -> dict[str, Any]:
    sides = (effect.old, effect.new)
    return {
        "no": effect.one.project.no,
        "id": effect.one.project.id,
        "name": effect.one.project.name,
        "status": [each and each.status for each in sides],
        "percent": [_percent(each) for each in sides],
        "deadlines": [
            {"id": (now or was).deadline.id, "status": [was and was.status, now and now.status]}  # type: ignore[union-attr]  # one of them is there
            for was, now in effect.deadlines
        ],
    }


def _group(effect: GroupEffect) -> dict[str, Any]:
    one = effect.new or effect.old
    return {"id": one.id if one else None, "percent": [_percent(each) for each in effect]}


def _percent(standing: CountyStanding | ProjectStanding | GroupStanding | None) -> Any:
    completion: Fraction | None = standing.completion if standing else None
    return None if standing is None or completion is None else percent(completion, full=standing.full)
