"""How a status towards one deadline came about: what is asked, what is due by now, and the comparison that decides.

It goes through the cases of status/towards.py and notes which one applies, with both sides of its comparison.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from minsheng_cli.model.plan import Header
from minsheng_cli.model.series import Figures, Step
from minsheng_cli.month import Month
from minsheng_cli.review.amounts import (
    Known,
    asked_of,
    due_of,
    gap_of,
    known_of,
    level_term,
    line_of,
    months_of,
    needed_of,
    pace_needed_of,
    pace_of,
)
from minsheng_cli.review.formula import Term, number, percent
from minsheng_cli.review.origins import Origin, Place, origin, percent_place
from minsheng_cli.status.course import Course, Point
from minsheng_cli.status.standing import DeadlineStanding

Why = Literal[
    "no-figure",
    "no-figure-then",
    "not-of-that-month",
    "open-base",
    "nobody",
    "baseline-month",
    "reached",
    "short",
    "above-baseline",
    "at-baseline",
    "below-baseline",
    "fallen",
    "as-due",
    "one-step-unmet",
    "steps-unmet",
    "below-rate",
    "too-early",
    "fast-enough",
    "too-slow",
]
"""The case that decided."""


class Comparison(NamedTuple):
    """Two sums and what is true of them: `≥`, `<`, `>`, `=`."""

    left: Term
    sign: str
    right: Term


class Verdict(NamedTuple):
    """One indicator towards one deadline."""

    standing: DeadlineStanding
    why: Why
    comparisons: list[Comparison]
    percent: Place
    """Where the percentage asked for stands."""
    required: Term | None
    asked: Fraction | None
    """The requirement as it can be reported: a whole number of what is counted, a stage's share."""
    line: Term | None
    """The default's straight line, before it is rounded down."""
    step: Step | None
    """The step of the schedule that is due."""
    step_place: Place | None
    judged: Origin | None
    """Of a deadline that has passed the figure of its own month."""
    gap: Term | None
    pace: Term | None
    since: Origin | None
    """The report that the pace is counted from; None where it is the start."""
    needed: Term | None
    """A month, for the gap as it is printed."""
    pace_needed: Term | None
    """A month, exactly."""
    months: Term | None
    """Months until the requirement is reached at this pace."""

    def places(self) -> Iterator[Place]:
        """Every place that is named."""
        yield self.percent
        if self.step_place:
            yield self.step_place
        for each in (self.judged, self.since):
            if each:
                yield from each.places


def towards(
    figures: Figures, course: Course, standing: DeadlineStanding, header: Header, month: Month, file: str
) -> Verdict:
    """How `standing` came about; `file` is that of the indicator's department."""
    indicator, deadline = course.responsibility.indicator, standing.deadline
    known = known_of(course, standing, header, month)
    _, since = pace_of(course, header)
    why, comparisons = _passed(known) if standing.passed else _ahead(known)
    due = [step for step in course.steps if step.month <= month]
    step = due[-1] if due and standing.basis == "schedule" else None
    then = course.at(deadline.month) if standing.passed else None
    return Verdict(
        standing=standing,
        why=why,
        comparisons=comparisons,
        percent=percent_place(indicator, deadline),
        required=known.required,
        asked=asked_of(indicator, standing, month),
        line=line_of(known) if standing.basis == "default" else None,
        step=step,
        step_place=Place(file, step.at) if step else None,
        judged=origin(figures, course, then) if then else None,
        gap=gap_of(known),
        pace=known.pace,
        since=origin(figures, course, since) if since else None,
        needed=needed_of(known),
        pace_needed=pace_needed_of(known),
        months=months_of(known),
    )


def _against(known: Known, point: Point, goal: Term) -> Comparison:
    """A figure against what is asked: a coverage's by counting heads, so that no rate need be rounded."""
    level = point.level or Fraction(0)
    sign = "≥" if level >= goal.value else "<"
    if known.indicator.kind == "coverage" and point.reading.eligible:
        eligible = number(point.reading.eligible)
        right = eligible if goal.value == 1 else eligible.times(goal)
        return Comparison(number(point.reading.done or 0), sign, right)
    return Comparison(level_term(known.indicator, level, point), sign, goal)


def _passed(known: Known) -> tuple[Why, list[Comparison]]:
    """The cases of a deadline that has passed."""
    course, deadline = known.course, known.standing.deadline
    point = course.at(deadline.month)
    if point is None:
        return "no-figure-then", []
    if not known.indicator.cumulative and point.month != deadline.month:
        return "not-of-that-month", []
    if point.nobody:
        return "nobody", []
    if point.level is None:
        return "open-base", []
    if known.required is not None:
        comparison = _against(known, point, known.required)
        return ("reached" if comparison.sign == "≥" else "short"), [comparison]
    if course.start is None or _is_baseline(known, point):
        return "baseline-month", []
    return _beside_baseline(point.level, course.start)


def _is_baseline(known: Known, point: Point) -> bool:
    return getattr(known.indicator, "baseline", None) is None and point is known.course.points[0]


def _beside_baseline(level: Fraction, start: Fraction) -> tuple[Why, list[Comparison]]:
    sign = ">" if level > start else "=" if level == start else "<"
    why: dict[str, Why] = {">": "above-baseline", "=": "at-baseline", "<": "below-baseline"}
    return why[sign], [Comparison(number(level), sign, number(start))]


def _ahead(known: Known) -> tuple[Why, list[Comparison]]:
    """The cases of a deadline that is still to come."""
    course, required, last = known.course, known.required, known.course.last
    if last is None:
        return "no-figure", []
    if last.nobody:
        return "nobody", []
    if last.level is None:
        return "open-base", []
    if required is None or known.standing.expected is None:
        return _trend(known, last)
    if known.indicator.cumulative and last.level >= required.value:
        return "reached", [_against(known, last, required)]
    by_now = required if known.standing.expected == required.value else due_of(known)
    comparison = _against(known, last, by_now)
    if comparison.sign == "≥":
        return "as-due", [comparison]
    if course.steps:
        unmet = [step for step in course.steps if step.month <= known.month and step.level > last.level]
        return ("steps-unmet" if len(unmet) >= 2 else "one-step-unmet"), [comparison]
    if not known.indicator.cumulative:
        before = course.before
        fallen = before is not None and before.level is not None and last.level < before.level
        if not fallen or before is None:
            return "below-rate", [comparison]
        then = level_term(known.indicator, before.level or Fraction(0), before)
        return "fallen", [comparison, Comparison(level_term(known.indicator, last.level, last), "<", then)]
    return _by_pace(known, last, comparison)


def _by_pace(known: Known, last: Point, comparison: Comparison) -> tuple[Why, list[Comparison]]:
    """Behind the default's line: whether the pace still leads there."""
    first, deadline = known.header.first_month, known.standing.deadline
    elapsed, whole = known.month - first + 1, deadline.month - first + 1
    if len(known.course.points) < 4 and 2 * elapsed < whole:
        return "too-early", [comparison]
    assert known.required is not None
    reach = level_term(known.indicator, last.level or Fraction(0), last)
    if known.pace is not None:
        reach = reach.plus(known.pace.times(number(deadline.month - last.month)))
    enough = known.required.times(percent(known.header.at_risk_below))
    slow = reach.value < enough.value
    further = Comparison(reach, "<" if slow else "≥", enough)
    return ("too-slow" if slow else "fast-enough"), [comparison, further]


def _trend(known: Known, last: Point) -> tuple[Why, list[Comparison]]:
    """A trend before its deadline."""
    course = known.course
    if course.start is None or last.level is None or _is_baseline(known, last):
        return "baseline-month", []
    before = course.before
    beside = _beside_baseline(last.level, course.start)
    if beside[0] == "below-baseline" or before is None or before.level is None:
        return beside
    if last.level < before.level and last.revision is None and last.note is None:
        return "fallen", [Comparison(number(last.level), "<", number(before.level))]
    return beside
