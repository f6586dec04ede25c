"""What a deadline asks, and how much of it is expected by the report month (docs/rules.md)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from minsheng_cli.kinds.indicator import Indicator
from minsheng_cli.model.plan import Deadline
from minsheng_cli.month import Month

if TYPE_CHECKING:
    from minsheng_cli.status.course import Course
    from minsheng_cli.status.standing import Basis


def required_percent(indicator: Indicator, deadline: Deadline) -> Decimal:
    """`r(D)` in percent: the indicator's own requirement where it has one, else the deadline's."""
    own = indicator.required.get(deadline.id)
    return deadline.percent if own is None else own.percent


def target_day(deadline: Deadline, month: Month) -> Month:
    """The month whose last day settles the target: the deadline's own once it has passed."""
    return deadline.month if deadline.month <= month else month


def required(indicator: Indicator, deadline: Deadline, month: Month) -> Fraction | None:
    """`R(D) = r(D) x T`; None for a trend."""
    if indicator.kind == "trend":
        return None
    full = indicator.full(target_day(deadline, month).last_day)
    return Fraction(required_percent(indicator, deadline)) / 100 * full


def expected(
    course: Course, deadline: Deadline, month: Month, first: Month
) -> tuple[Fraction | None, Basis | None]:
    """`e(D)` and what it rests on; (None, None) for a trend. `first` is the month of the plan's start."""
    indicator = course.responsibility.indicator
    goal = required(indicator, deadline, month)
    if goal is None:
        return None, None
    if deadline.month <= month:
        return goal, "requirement"
    if course.steps:
        due = [step for step in course.steps if step.month <= month]
        return (due[-1].level if due else indicator.start), "schedule"
    if indicator.kind == "coverage":
        return goal, "requirement"
    start = indicator.start
    if goal <= start:
        return start, "default"
    elapsed, whole = month - first + 1, deadline.month - first + 1
    line = start + (goal - start) * Fraction(elapsed, whole)
    return indicator.floor(line, month.last_day), "default"
