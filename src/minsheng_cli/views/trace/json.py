"""trace --format json (docs/json.md): the report's own fields, each with its sum and where its numbers stand."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.numbers import derived, exact, percent
from minsheng_cli.review.derivation import IndicatorTrace, ProjectTrace
from minsheng_cli.review.formula import Term
from minsheng_cli.review.origins import Origin, Place
from minsheng_cli.review.verdict import Verdict
from minsheng_cli.views.commits import commit_object
from minsheng_cli.views.exact_json import dumps
from minsheng_cli.views.report.json import indicator_object, project_object
from minsheng_cli.views.trace.words import Blamed

SCHEMA_VERSION = 1
_OF_PROJECT = (
    "no",
    "id",
    "name",
    "status",
    "percent",
    "expected_percent",
    "increment_percent",
    "carried_from",
)
_OF_INDICATOR = (
    *("id", "name", "kind", "unit", "report_unit", "scale", "department", "weight", "part_of", "inferred"),
    *("status", "target", "original_target", "opening", "baseline", "done", "eligible", "stage", "items"),
    *("percent", "increment", "increment_since", "carried_from", "note", "revision"),
)
"""Fields of the report's, under the same names."""


def render(trace: ProjectTrace, blamed: Blamed, *, in_git: bool, shallow: bool = False) -> str:
    """The whole document."""
    return dumps(document(trace, blamed, in_git=in_git, shallow=shallow))


def document(trace: ProjectTrace, blamed: Blamed, *, in_git: bool, shallow: bool = False) -> dict[str, Any]:
    """The document before it is written."""
    plan, sources = trace.plan.plan, _Sources(blamed, in_git=in_git)
    whole = project_object(trace.standing)
    project = {name: whole[name] for name in _OF_PROJECT}
    project |= {
        "percent_formula": _formula(trace.completion),
        "expected_formula": _formula(trace.expected),
        "counted": [each.indicator.id for each in trace.counted if each.indicator.weight],
        "deadlines": [{key: each[key] for key in ("id", "status")} for each in whole["deadlines"]],
    }
    return {
        "schema_version": SCHEMA_VERSION,
        "plan": {"title": plan.title, "county": plan.county, "year": plan.year},
        "month": str(trace.month),
        "sample": trace.sample,
        "left_out": trace.left_out,
        "in_git": in_git,
        "shallow": shallow,
        "project": project,
        "indicators": [_indicator(each, sources) for each in trace.indicators],
    }


class _Sources:
    """Places as objects, with the commits of their lines."""

    def __init__(self, blamed: Blamed, *, in_git: bool) -> None:
        self._blamed = blamed
        self._in_git = in_git

    def of(self, places: Sequence[Place]) -> list[dict[str, Any]]:
        """Places in a list."""
        return [self.one(place) for place in places]

    def one(self, place: Place | None) -> Any:
        """One place; null where there is none."""
        if place is None:
            return None
        commit = self._blamed.get(place)
        return {
            "file": place.file,
            "line": place.at.line,
            "column": place.at.column,
            "committed": commit is not None if self._in_git else None,
            "commit": commit_object(commit),
        }

    def origin(self, origin: Origin | None) -> Any:
        """A month's figure and where it stands; null where there is none."""
        if origin is None:
            return None
        return {"month": str(origin.point.month), "sources": self.of(origin.places)}


def _formula(term: Term | None) -> str | None:
    return None if term is None else term.text


def _indicator(trace: IndicatorTrace, sources: _Sources) -> dict[str, Any]:
    standing = trace.standing
    whole = indicator_object(standing)
    indicator = standing.indicator
    return {
        **{name: whole[name] for name in _OF_INDICATOR},
        "figure": sources.origin(trace.figure),
        "done_formula": _formula(trace.made),
        "parts": [
            {
                "id": part.indicator.id,
                "name": part.indicator.name,
                "done": exact(part.value),
                "figure": sources.origin(part.origin),
            }
            for part in trace.parts
        ],
        "stages": [{"name": name, "percent": percent(share)} for name, share in indicator.shares.items()]
        if isinstance(indicator, Milestone)
        else None,
        "target_source": sources.one(trace.target),
        "opening_source": sources.one(trace.start),
        "percent_formula": _formula(trace.rate),
        "counts_formula": _formula(trace.completion),
        "increment_formula": _formula(trace.increment),
        "increment_from": sources.origin(trace.before),
        "status_rule": trace.overall,
        "status_deadline": trace.deciding.deadline.id if trace.deciding else None,
        "deadlines": [
            _deadline(verdict, each, sources)
            for verdict, each in zip(trace.verdicts, whole["deadlines"], strict=True)
        ],
    }


def _deadline(verdict: Verdict, whole: dict[str, Any], sources: _Sources) -> dict[str, Any]:
    """The report's fields of a deadline, and how each came about."""
    step = verdict.step
    asked = verdict.asked
    return {
        **whole,
        "percent_source": sources.one(verdict.percent),
        "required": _required(verdict),
        "required_formula": _formula(verdict.required),
        "asked": None if asked is None else exact(asked),
        "expected_formula": _formula(verdict.line),
        "expected_step": None
        if step is None
        else {"month": str(step.month), "source": sources.one(verdict.step_place)},
        "judged_on": sources.origin(verdict.judged),
        "why": verdict.why,
        "comparisons": [
            {"left": each.left.text, "sign": each.sign, "right": each.right.text}
            for each in verdict.comparisons
        ],
        "gap_formula": _formula(verdict.gap),
        "pace_formula": _formula(verdict.pace),
        "pace_from": sources.origin(verdict.since),
        "pace_needed_formula": _formula(verdict.pace_needed),
        "forecast_months": None
        if verdict.months is None
        else derived(verdict.months.value, verdict.standing.places),
        "forecast_formula": _formula(verdict.months),
    }


def _required(verdict: Verdict) -> Any:
    value: Fraction | None = verdict.standing.required
    return None if value is None else exact(value)
