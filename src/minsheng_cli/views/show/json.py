"""show --format json (docs/json.md): the project as in the report, and each month of it."""

from __future__ import annotations

from typing import Any

from minsheng_cli.month import Month
from minsheng_cli.numbers import exact, percent
from minsheng_cli.status.months import MonthByMonth, ProjectMonth, in_force
from minsheng_cli.status.standing import IndicatorStanding
from minsheng_cli.views.exact_json import dumps
from minsheng_cli.views.report.json import indicator_object, project_object

SCHEMA_VERSION = 1

_OF_PROJECT = (
    "status",
    "percent",
    "increment_percent",
    "expected_percent",
    "started",
    "carried_from",
    "problems",
    "highlights",
)
_OF_INDICATOR = (
    "target",
    "done",
    "eligible",
    "stage",
    "items",
    "percent",
    "increment",
    "increment_since",
    "status",
    "started",
    "carried_from",
    "note",
    "revision",
)
_OF_DEADLINE = ("id", "required_percent", "expected", "expected_percent", "expected_basis", "status")
"""Fields of a month: the report's of that month, under the same names."""


def render(history: MonthByMonth) -> str:
    """The whole document."""
    plan = history.plan.plan
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "plan": {"title": plan.title, "county": plan.county, "year": plan.year},
            "month": str(history.month),
            "sample": history.sample,
            "left_out": history.left_out,
            "project": project_object(history.standing),
            "months": [_month(each) for each in history.months],
            "indicators": [
                _indicator(each, history.of(position))
                for position, each in enumerate(history.standing.indicators)
            ],
        }
    )


def _month(each: ProjectMonth) -> dict[str, Any]:
    whole = project_object(each.standing)
    return {
        "month": str(each.month),
        **{name: whole[name] for name in _OF_PROJECT},
        "reports": [
            {
                "department": one.department,
                "reported_on": one.reported_on.isoformat() if one.reported_on else None,
                "late": one.late,
            }
            for one in each.deliveries
        ],
    }


def _indicator(standing: IndicatorStanding, months: list[tuple[Month, IndicatorStanding]]) -> dict[str, Any]:
    stage_at = getattr(standing.indicator, "stage_at", None)
    return {
        "id": standing.indicator.id,
        "plan_target": standing.indicator.plan_target,
        "note": standing.indicator.note,
        "adjustments": [
            {
                "date": each.date.isoformat(),
                "target": each.target,
                "reason": each.reason,
                "document": each.document,
            }
            for each in in_force(standing, months[-1][0])
        ],
        "schedule": [
            {
                "month": str(step.month),
                "expected": exact(step.level) if standing.indicator.counts else None,
                "expected_percent": None
                if standing.indicator.counts
                else percent(step.level)
                if stage_at
                else exact(step.level * 100),
                "stage": stage_at(step.level) if stage_at else None,
            }
            for step in standing.course.steps
        ],
        "months": [_row(month, each) for month, each in months],
    }


def _row(month: Month, standing: IndicatorStanding) -> dict[str, Any]:
    whole = indicator_object(standing)
    return {
        "month": str(month),
        **{name: whole[name] for name in _OF_INDICATOR},
        "deadlines": [{name: each[name] for name in _OF_DEADLINE} for each in whole["deadlines"]],
    }
