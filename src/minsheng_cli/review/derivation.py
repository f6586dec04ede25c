"""How a month's figures of an indicator and of a project came about: every sum written out, every number's place.

The numbers are those of status/; here is only said what they were made from. tests/review/test_trace.py works out
each sum and holds it against what `report` and `show` print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.model.ledger import Ledger
from minsheng_cli.model.plan import PlanFile, Project
from minsheng_cli.model.series import Figures
from minsheng_cli.month import Month
from minsheng_cli.review.amounts import due_of, known_of, level_term
from minsheng_cli.review.formula import Term, number, percent, total
from minsheng_cli.review.origins import Origin, Part, Place, origin, parts, start_place, target_place
from minsheng_cli.review.verdict import Verdict, towards
from minsheng_cli.status.course import Course, courses
from minsheng_cli.status.resting import own_series
from minsheng_cli.status.rollup import project_in
from minsheng_cli.status.standing import DeadlineStanding, IndicatorStanding, ProjectStanding

Overall = Literal["completed", "final-met", "missed", "unreported", "nearest", "not-started"]
"""Which of the rules on the overall status applies."""


class IndicatorTrace(NamedTuple):
    """One indicator."""

    standing: IndicatorStanding
    figure: Origin | None
    parts: list[Part]
    """Of a total that was added up."""
    made: Term | None
    """How the figure was made from what was typed: added up, or from another unit."""
    target: Place
    start: Place | None
    """Where the opening or the baseline stands that counts."""
    rate: Term | None
    completion: Term | None
    """What counts in means, where that is not the rate: a coverage's share of its target."""
    increment: Term | None
    before: Origin | None
    """The report before, which the increment is counted from."""
    overall: Overall
    deciding: DeadlineStanding | None
    """The deadline that decided the overall status, where one did."""
    verdicts: list[Verdict]

    def places(self) -> Iterator[Place]:
        """Every place that is named."""
        yield self.target
        if self.start:
            yield self.start
        for each in (self.figure, self.before, *(part.origin for part in self.parts)):
            if each:
                yield from each.places
        for verdict in self.verdicts:
            yield from verdict.places()


class ProjectTrace(NamedTuple):
    """A project, or one indicator of it."""

    plan: PlanFile
    month: Month
    standing: ProjectStanding
    completion: Term | None
    """The weighted mean; None where nothing counts, or only one indicator was asked for."""
    expected: Term | None
    capped: bool
    """Something beyond its target counts as its target."""
    counted: list[IndicatorStanding]
    """The indicators that count in the mean, in the order of its sum."""
    indicators: list[IndicatorTrace]
    alone: bool
    """Only one indicator was asked for."""
    sample: bool
    left_out: list[str]

    def places(self) -> set[Place]:
        """Every place that is named."""
        return {place for each in self.indicators for place in each.places()}


def derive(
    ledger: Ledger,
    figures: Figures,
    project: Project,
    month: Month,
    left_out: Sequence[str] = (),
    only: str | None = None,
) -> ProjectTrace:
    """A project in `month`, or one of its indicators. The ledger must be valid and have a plan."""
    plan = ledger.plan
    assert plan is not None
    standing = project_in(ledger, figures, project, month, left_out)
    series = own_series(figures, project)
    known = courses(series, month)
    chosen = [each for each in standing.indicators if only in (None, each.indicator.id)]
    counted = [each for each in _top_level(standing.indicators) if each.completion is not None]
    resting = {each.responsibility.department for each in series.values()}
    files = {file.department: document.path for document, file in ledger.progress}
    traces = [
        _indicator(plan, figures, known, each, month, files.get(each.department, "")) for each in chosen
    ]
    return ProjectTrace(
        plan=plan,
        month=month,
        standing=standing,
        completion=_mean([(each, _completion(each)) for each in counted]),
        expected=_mean([(each, _expected(each, plan, month)) for each in counted]),
        capped=any(each.rate is not None and _completion(each).value < each.rate for each in counted),
        counted=counted,
        indicators=traces,
        alone=only is not None,
        sample=any(file.sample and file.department in resting for _, file in ledger.progress),
        left_out=list(left_out),
    )


def _top_level(standings: Sequence[IndicatorStanding]) -> list[IndicatorStanding]:
    here = {each.indicator.id for each in standings}
    return [each for each in standings if each.indicator.part_of not in here]


def _mean(terms: Sequence[tuple[IndicatorStanding, Term | None]]) -> Term | None:
    """The weighted mean of what there is; weights of 1 are not written."""
    known = [(each.indicator.weight, term) for each, term in terms if term is not None]
    weights = sum((Fraction(weight) for weight, _ in known), Fraction(0))
    if not weights:
        return None
    added = total([term if weight == 1 else number(weight).times(term) for weight, term in known if weight])
    return added if weights == 1 and len(known) == 1 else added.over(number(weights))


def _completion(standing: IndicatorStanding) -> Term:
    """What an indicator counts in the mean, as a sum; at most 1."""
    last, one = standing.course.last, number(1)
    if last is None or last.level is None or standing.completion is None:
        return number(0)
    if standing.completion == 1:
        return one
    term = _rate(standing)
    if standing.indicator.kind == "coverage" and standing.target is not None and standing.target != 100:
        term = None if term is None else term.over(percent(standing.target))
    return term or number(standing.completion)


def _expected(standing: IndicatorStanding, plan: PlanFile, month: Month) -> Term | None:
    """What is expected of an indicator towards its nearest deadline, as it counts in the mean; at most 1."""
    nearest = standing.nearest
    if nearest.expected is None:
        return None
    share = nearest.expected / nearest.full if nearest.full else Fraction(1)
    if share >= 1:
        return number(1)
    due = due_of(known_of(standing.course, nearest, plan.plan, month))
    return due if nearest.full == 1 else due.over(number(nearest.full))


def _rate(standing: IndicatorStanding) -> Term | None:
    """The rate as it is printed."""
    point = standing.point
    if standing.rate is None or point is None or point.level is None:
        return None
    if standing.indicator.kind == "coverage":
        assert point.reading.eligible is not None
        return number(point.reading.done or 0).over(number(point.reading.eligible))
    level = level_term(standing.indicator, point.level, point)
    if isinstance(standing.indicator, Milestone):
        return level
    return level.over(number(standing.target if standing.target is not None else 1))


def _indicator(
    plan: PlanFile,
    figures: Figures,
    known: dict[str, Course],
    standing: IndicatorStanding,
    month: Month,
    file: str,
) -> IndicatorTrace:
    course, point, indicator = standing.course, standing.point, standing.indicator
    added_up = parts(figures, known, course, point) if point else []
    overall, deciding = _overall(standing)
    coverage = indicator.kind == "coverage" and standing.rate is not None and standing.target != 100
    rate = _rate(standing)
    before = course.before if standing.increment is not None else None
    return IndicatorTrace(
        standing=standing,
        figure=origin(figures, course, point) if point else None,
        parts=added_up,
        made=_made(standing, added_up),
        target=target_place(indicator, month),
        start=start_place(indicator) if indicator.start else None,
        rate=rate,
        completion=rate.over(percent(standing.target))
        if coverage and rate is not None and standing.target is not None
        else None,
        increment=_increment(standing),
        before=origin(figures, course, before) if before else None,
        overall=overall,
        deciding=deciding,
        verdicts=[towards(figures, course, each, plan.plan, month, file) for each in standing.deadlines],
    )


def _made(standing: IndicatorStanding, added_up: Sequence[Part]) -> Term | None:
    """How a figure was made from what stands in the files; None where it stands there itself."""
    indicator, point = standing.indicator, standing.point
    if point is None:
        return None
    if added_up:
        return total([number(indicator.start), *(number(part.value) for part in added_up)])
    if indicator.scaling != 1 and point.reading.done is not None:
        return number(point.reading.done).over(number(indicator.scaling))
    return None


def _increment(standing: IndicatorStanding) -> Term | None:
    """What is new since the report before, or since the start."""
    last, before = standing.course.last, standing.course.before
    if standing.increment is None or last is None:
        return None
    then = before.done if before else standing.course.start or Fraction(0)
    return number(last.done).minus(number(then))


def _overall(standing: IndicatorStanding) -> tuple[Overall, DeadlineStanding | None]:
    """Which rule gave the overall status, and the deadline that it looked at."""
    binding = [each for each in standing.deadlines if each.binding]
    final, nearest = binding[-1], standing.nearest
    if standing.status == "completed":
        return ("completed", None) if standing.indicator.cumulative else ("final-met", final)
    if final.passed and final.status == "missed":
        return "missed", final
    if standing.status == "unreported":
        return "unreported", final if final.passed else nearest
    return ("not-started" if standing.status == "not-started" else "nearest"), nearest
