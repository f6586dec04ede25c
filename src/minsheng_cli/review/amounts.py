"""The amounts that a status towards a deadline rests on, each as a sum: what is asked, the line, the pace, what is left."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from minsheng_cli.kinds.indicator import Indicator
from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.model.plan import Header
from minsheng_cli.month import Month
from minsheng_cli.numbers import exact
from minsheng_cli.review.formula import Term, number, percent
from minsheng_cli.status.course import Course, Point
from minsheng_cli.status.expected import target_day
from minsheng_cli.status.standing import DeadlineStanding


class Known(NamedTuple):
    """What the cases look at."""

    course: Course
    standing: DeadlineStanding
    header: Header
    month: Month
    required: Term | None
    pace: Term | None

    @property
    def indicator(self) -> Indicator:
        """The indicator that this is about."""
        return self.course.responsibility.indicator


def level_term(indicator: Indicator, level: Fraction, point: Point | None = None) -> Term:
    """A level as it is written in sums: a figure, a stage's share, a rate as what it was made from."""
    if isinstance(indicator, Milestone) and level:
        place = list(indicator.shares.values()).index(level) if level in indicator.shares.values() else None
        if place is not None:
            share = list(indicator.stages.values())[place]
            if share is not None:
                return percent(share)
            if place + 1 < len(indicator.stages):
                return number(place + 1).over(number(len(indicator.stages)))
    if indicator.kind == "coverage":
        if point is not None and point.reading.eligible:
            return number(point.reading.done or 0).over(number(point.reading.eligible))
        return percent(exact(level * 100))
    typed = point.reading.done if point is not None else None
    if typed is not None and Fraction(typed) == level:
        return number(typed)
    return number(level)


def required_of(indicator: Indicator, standing: DeadlineStanding) -> Term | None:
    """`r x T`; a coverage's and a milestone's as a share."""
    if standing.required is None:
        return None
    asked = percent(standing.required_percent)
    if isinstance(indicator, Milestone):
        return asked
    if indicator.kind == "coverage":
        full = percent(exact(standing.full * 100))
        return full if standing.required_percent == 100 else full.times(asked)
    full = number(standing.full)
    return full if standing.required_percent == 100 else full.times(asked)


def asked_of(indicator: Indicator, standing: DeadlineStanding, month: Month) -> Fraction | None:
    """The requirement as it can be reported: a whole number of what is counted, the share of a stage."""
    goal = standing.required
    if goal is None or indicator.kind == "coverage":
        return goal
    if isinstance(indicator, Milestone):
        return next((share for share in indicator.shares.values() if share >= goal), None)
    return indicator.ceiling(goal, target_day(standing.deadline, month).last_day)


def line_of(known: Known) -> Term | None:
    """`b + (R - b) x elapsed / whole`; None where nothing more is asked than there was at the start."""
    indicator, required = known.indicator, known.required
    if required is None or required.value <= indicator.start:
        return None
    first = known.header.first_month
    elapsed = number(known.month - first + 1)
    whole = number(known.standing.deadline.month - first + 1)
    if not indicator.start:
        return required.times(elapsed).over(whole)
    start = number(indicator.start)
    return start.plus(required.minus(start).times(elapsed).over(whole))


def due_of(known: Known) -> Term:
    """What is expected by now, as it is written in further sums: the line itself where it was not rounded."""
    due, line = known.standing.expected or Fraction(0), None
    if known.standing.basis == "default":
        line = line_of(known)
    return line if line is not None and line.value == due else level_term(known.indicator, due)


def known_of(course: Course, standing: DeadlineStanding, header: Header, month: Month) -> Known:
    """What is known of an indicator towards a deadline."""
    required = required_of(course.responsibility.indicator, standing)
    return Known(course, standing, header, month, required, pace_of(course, header)[0])


def pace_of(course: Course, header: Header) -> tuple[Term | None, Point | None]:
    """What came a month, and the report from which it is counted."""
    indicator, last = course.responsibility.indicator, course.last
    if not indicator.cumulative or last is None or last.level is None:
        return None, None
    level = level_term(indicator, last.level, last)
    if len(course.points) >= 4:
        since = course.points[-4]
        then = level_term(indicator, since.level or Fraction(0), since)
        return level.minus(then).over(number(last.month - since.month)), since
    months = last.month - header.first_month + 1
    if months <= 0:
        return None, None
    start = indicator.start
    return (level.minus(number(start)) if start else level).over(number(months)), None


def gap_of(known: Known) -> Term | None:
    """What is missing before it is rounded up and kept from falling below 0."""
    last, required = known.course.last, known.required
    if known.standing.gap is None or last is None or required is None:
        return None
    if known.indicator.kind == "coverage":
        eligible, done = number(last.reading.eligible or 0), number(last.reading.done or 0)
        whole = eligible if required.value == 1 else eligible.times(required)
        return whole.minus(done)
    return required.minus(level_term(known.indicator, last.level or Fraction(0), last))


def _left(known: Known) -> int:
    return known.standing.deadline.month - known.month


def pace_needed_of(known: Known) -> Term | None:
    """What is needed a month, exactly."""
    gap = gap_of(known)
    return None if known.standing.pace_needed is None or gap is None else gap.over(number(_left(known)))


def needed_of(known: Known) -> Term | None:
    """What is needed a month, for the gap as it is printed."""
    if known.standing.pace_needed is None or known.standing.gap is None:
        return None
    return number(known.standing.gap).over(number(_left(known)))


def months_of(known: Known) -> Term | None:
    """`(R - f) / pace`."""
    last = known.course.last
    if known.standing.forecast is None or known.pace is None or known.required is None or last is None:
        return None
    level = level_term(known.indicator, last.level or Fraction(0), last)
    return known.required.minus(level).over(known.pace)
