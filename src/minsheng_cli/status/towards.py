"""One indicator's status towards one deadline, and its overall status (docs/rules.md)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from minsheng_cli.model.plan import Deadline, Header
from minsheng_cli.month import Month
from minsheng_cli.numbers import places
from minsheng_cli.status.course import Course, Point
from minsheng_cli.status.expected import expected, required, required_percent, target_day
from minsheng_cli.status.pace import forecast, gap, pace, pace_needed
from minsheng_cli.status.standing import DeadlineStanding, DeadlineStatus, Status


def towards(course: Course, deadline: Deadline, header: Header, month: Month) -> DeadlineStanding:
    """How the indicator stands towards `deadline` in `month`."""
    indicator = course.responsibility.indicator
    passed = deadline.month <= month
    goal = required(indicator, deadline, month)
    due, basis = expected(course, deadline, month, header.first_month)
    speed = pace(course, header.first_month)
    status = (
        _passed(course, deadline, goal)
        if passed
        else _ahead(course, deadline, header, month, goal, due, speed)
    )
    day = target_day(deadline, month).last_day
    full, target = indicator.full(day), indicator.target_on(day)
    return DeadlineStanding(
        deadline=deadline,
        binding=header.binds(deadline),
        passed=passed,
        required_percent=required_percent(indicator, deadline),
        full=full,
        places=places(target) if target is not None else 0,
        required=goal,
        status=status,
        expected=due,
        expected_rate=None if due is None else due if indicator.kind == "coverage" else due / full,
        basis=basis,
        met_in=_met_in(course, deadline, goal, status) if passed else None,
        gap=None if goal is None else gap(course, goal, day),
        pace=speed,
        pace_needed=None if goal is None else pace_needed(course, goal, deadline.month, month),
        forecast=None if goal is None or status == "met" else forecast(course, goal, speed),
    )


def _passed(course: Course, deadline: Deadline, goal: Fraction | None) -> DeadlineStatus:
    """Judged once and for all on the figures of the deadline's own month."""
    indicator, point = course.responsibility.indicator, course.at(deadline.month)
    if point is None:
        return "unreported"
    if not indicator.cumulative and point.month != deadline.month:
        return "unreported"
    if point.nobody:
        return "met"
    if point.level is None:
        return "unreported"
    if goal is not None:
        return "met" if point.level >= goal else "missed"
    if _is_baseline(course, point) or course.start is None:
        return "unreported"
    return "met" if point.level > course.start else "missed"


def _is_baseline(course: Course, point: Point) -> bool:
    """Whether a trend's point is its own baseline (基数月)."""
    return getattr(course.responsibility.indicator, "baseline", None) is None and point is course.points[0]


def _met_in(
    course: Course, deadline: Deadline, goal: Fraction | None, status: DeadlineStatus
) -> Month | None:
    """The month in which a missed deadline's requirement was reached after all."""
    if status == "met" or goal is None or not course.responsibility.indicator.cumulative:
        return None
    later = (point for point in course.points if point.month > deadline.month)
    return next((point.month for point in later if point.level is not None and point.level >= goal), None)


def _ahead(
    course: Course,
    deadline: Deadline,
    header: Header,
    month: Month,
    goal: Fraction | None,
    due: Fraction | None,
    speed: Fraction | None,
) -> DeadlineStatus:
    """The status towards a deadline that has not passed."""
    indicator, last = course.responsibility.indicator, course.last
    if last is None:
        return "unreported"
    if last.nobody:
        return "on-track"
    if last.level is None:
        return "unreported"
    if goal is None or due is None:
        return _trend_ahead(course, last)
    if indicator.cumulative and last.level >= goal:
        return "met"
    if last.level >= due:
        return "on-track"
    if course.steps:
        unmet = sum(step.month <= month and step.level > last.level for step in course.steps)
        return "at-risk" if unmet >= 2 else "behind"
    if not indicator.cumulative:
        before = course.before
        fallen = before is not None and before.level is not None and last.level < before.level
        return "at-risk" if fallen else "behind"
    reach = last.level + (speed or 0) * (deadline.month - last.month)
    elapsed, whole = month - header.first_month + 1, deadline.month - header.first_month + 1
    enough_to_say = len(course.points) >= 4 or 2 * elapsed >= whole
    well_short = reach < Fraction(header.at_risk_below) / 100 * goal
    return "at-risk" if enough_to_say and well_short else "behind"


def _trend_ahead(course: Course, last: Point) -> DeadlineStatus:
    """A trend before its deadline: against its baseline and the report before."""
    if course.start is None or last.level is None:
        return "unreported"
    if _is_baseline(course, last):
        return "on-track"
    before = course.before
    fallen = before is not None and before.level is not None and last.level < before.level
    explained = last.revision is not None or last.note is not None
    if last.level < course.start or (fallen and not explained):
        return "at-risk"
    return "behind" if last.level == course.start else "on-track"


def overall(
    course: Course, deadlines: Sequence[DeadlineStanding], full: Fraction, *, started: bool
) -> Status:
    """The overall status; aims never set it. `deadlines` are in order of date, `full` is `T` now."""
    indicator, last = course.responsibility.indicator, course.last
    binding = [each for each in deadlines if each.binding]
    final = binding[-1]
    if indicator.cumulative:
        if last is not None and last.level is not None and last.level >= full:
            return "completed"
    elif final.passed and final.status == "met":
        return "completed"
    if final.passed and final.status == "missed":
        return "missed"
    unknown = last is None or (last.level is None and not last.nobody)
    if unknown or (final.passed and final.status == "unreported"):
        return "unreported"
    nearest = next((each for each in binding if not each.passed), final)
    status = _AS_OVERALL[nearest.status]
    return "not-started" if status == "on-track" and not started else status


_AS_OVERALL: dict[DeadlineStatus, Status] = {
    "missed": "missed",
    "unreported": "unreported",
    "at-risk": "at-risk",
    "behind": "behind",
    "on-track": "on-track",
    "met": "on-track",
}
