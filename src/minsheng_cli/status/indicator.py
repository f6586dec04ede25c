"""One indicator in the report month: figure, rate, completion, increment and statuses."""

from __future__ import annotations

from fractions import Fraction

from minsheng_cli.model.plan import Header
from minsheng_cli.month import Month
from minsheng_cli.status.course import Course
from minsheng_cli.status.standing import IndicatorStanding
from minsheng_cli.status.towards import overall, towards


def stand(course: Course, header: Header, month: Month, *, left_out: bool) -> IndicatorStanding:
    """How an indicator stands in `month`; the course ends with that month.

    `left_out` says that its department's file has errors and was not used.
    """
    indicator, last = course.responsibility.indicator, course.last
    full = indicator.full(month.last_day)
    target = indicator.target_on(month.last_day)
    rate, completion = rates(course, full)
    begun = started(course)
    deadlines = [towards(course, deadline, header, month) for deadline in header.in_order]
    carried = last.month if last is not None and last.month < month else None
    increment, since = (None, None) if carried else _increment(course)
    return IndicatorStanding(
        indicator=indicator,
        department=course.responsibility.department,
        course=course,
        target=target,
        original_target=indicator.plan_target if target != indicator.plan_target else None,
        point=last,
        carried_from=carried,
        rate=rate,
        completion=completion,
        full=completion is None or completion >= 1,
        status=overall(course, deadlines, full, started=begun),
        started=begun,
        increment=increment,
        increment_since=since,
        left_out=left_out,
        deadlines=deadlines,
    )


def rates(course: Course, full: Fraction) -> tuple[Fraction | None, Fraction | None]:
    """The rate as printed (may pass 1) and the completion that counts in means (None: outside them)."""
    indicator, last = course.responsibility.indicator, course.last
    if not indicator.rated or (last is not None and last.nobody):
        return None, None
    if last is None or last.level is None:
        return None, Fraction(0)
    if indicator.kind == "coverage":
        return last.level, min(Fraction(1), last.level / full) if full else Fraction(1)
    rate = last.level / full
    return rate, min(Fraction(1), rate)


def started(course: Course) -> bool:
    """已开工: above the opening or baseline; a stage reached; somebody covered; a trend reported."""
    indicator, last = course.responsibility.indicator, course.last
    if last is None:
        return False
    if indicator.kind == "trend":
        return True
    if indicator.kind == "coverage":
        return last.done > 0
    return last.level is not None and last.level > indicator.start


def _increment(course: Course) -> tuple[Fraction | None, Month | None]:
    """What was done since the report before (the first: since the start), and that report's month."""
    last, before = course.last, course.before
    if last is None:
        return None, None
    if before is not None:
        return last.done - before.done, before.month
    return last.done - (course.start or Fraction(0)), None
