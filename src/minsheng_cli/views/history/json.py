"""history --format json (docs/json.md)."""

from __future__ import annotations

from typing import Any

from minsheng_cli.review.history import Event, History, IndicatorStory
from minsheng_cli.review.told import Terms, Told, Value
from minsheng_cli.views.commits import commit_object
from minsheng_cli.views.exact_json import dumps

SCHEMA_VERSION = 1


def render(history: History) -> str:
    """The whole document."""
    says = history.says
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "plan": {"title": says.title, "county": says.county, "year": says.year},
            "head": history.head or None,
            "shallow": history.shallow,
            "sample": history.sample,
            "uncommitted": history.uncommitted,
            "indicators": [_indicator(each) for each in history.indicators],
            "unreadable": [
                {"commit": commit_object(each.commit), "file": each.file, "why": each.why}
                for each in history.unreadable
            ],
        }
    )


def _indicator(story: IndicatorStory) -> dict[str, Any]:
    return {
        "project": story.project.id,
        "id": story.indicator.id,
        "name": story.indicator.name,
        "kind": story.indicator.kind,
        "unit": story.indicator.unit or None,
        "department": story.indicator.department,
        "gone": story.gone,
        "plan": [_event(each, _terms) for each in story.plan],
        "months": [
            {"month": each.month, "events": [_event(event, _told) for event in each.events]}
            for each in story.figures
        ],
    }


def _event(event: Event[Any], as_object: Any) -> dict[str, Any]:
    return {
        "what": event.what,
        "commit": commit_object(event.commit),
        "or_before": event.or_before,
        "old": None if event.old is None else as_object(event.old),
        "new": None if event.new is None else as_object(event.new),
    }


def _told(told: Told) -> dict[str, Any]:
    items = told.done if isinstance(told.done, tuple) else None
    return {
        "done": None if items is not None else _value(told.done),
        "items": items,
        "eligible": _value(told.eligible),
        "note": told.note,
        "revision": told.revision,
    }


def _terms(terms: Terms) -> dict[str, Any]:
    return {
        "target": _value(terms.target),
        "unit": terms.unit or None,
        "baseline": _value(terms.opening),
        "stages": [{"name": name, "percent": _value(share)} for name, share in terms.stages],
        "required": [{"id": name, "percent": _value(share)} for name, share in terms.required],
        "adjustments": [
            {
                "date": each.date,
                "target": _value(each.target),
                "reason": each.reason,
                "document": each.document,
            }
            for each in terms.adjustments
        ],
    }


def _value(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value
