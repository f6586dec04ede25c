"""What each deadline asks of an indicator, and where it stands towards it."""

from __future__ import annotations

from fractions import Fraction

from minsheng_cli.kinds.milestone import NOT_BEGUN, Milestone
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.kinds.trend import Trend
from minsheng_cli.month import Month
from minsheng_cli.numbers import derived, percent, written
from minsheng_cli.status.course import Point
from minsheng_cli.status.expected import target_day
from minsheng_cli.status.standing import Basis, DeadlineStanding, IndicatorStanding
from minsheng_cli.terms import DEFAULT_SCHEDULE, KEY_NAMES, NOBODY
from minsheng_cli.views.words import (
    LATE,
    deadline_status_word,
    deadline_word,
    figure,
    in_reported_unit,
    month_word,
    needed,
    rate_word,
)

BASIS_WORDS: dict[Basis, str] = {
    "schedule": KEY_NAMES["schedule"],
    "default": DEFAULT_SCHEDULE,
    "requirement": "时限的要求",
}
"""What an expected figure rests on."""


def towards_words(standing: IndicatorStanding, towards: DeadlineStanding, month: Month, year: int) -> str:
    """One deadline: what it asks, the status, how much is due by now, what is missing, where the pace leads."""
    indicator = standing.indicator
    name = f"{deadline_word(towards.deadline, year)}{'' if towards.binding else '力争'}"
    said = [deadline_status_word(towards)]
    if isinstance(indicator, Trend):
        base = standing.course.start
        said.append("要求高于基数" if base is None else f"要求高于{figure(base, indicator.unit)}")
    else:
        said.append(f"要求{_asked(standing, towards, month)}")
    if standing.left_out:
        pass  # what the broken file says of schedule and figures is not known
    elif towards.passed:
        said += _at_the_deadline(standing, towards, year)
    elif towards.status == "met":
        said.append("已经达到")
    else:
        said += _by_now(standing, towards)
        said += _lacking(standing, towards)
        said += _pace(standing, towards, month, year)
    return f"{name}：{'，'.join(said)}"


def _asked(standing: IndicatorStanding, towards: DeadlineStanding, month: Month) -> str:
    """The requirement: units that can be reported, a rate, or the stage that fulfils it."""
    indicator, goal = standing.indicator, towards.required or Fraction(0)
    if isinstance(indicator, Milestone):
        return f"到{next((name for name, share in indicator.shares.items() if share >= goal), '')}"
    if indicator.kind == "coverage":
        return f"覆盖{written(goal * 100)}%"
    asked = indicator.ceiling(goal, target_day(towards.deadline, month).last_day)
    if towards.required_percent != 100:
        return f"{figure(asked, indicator.unit)}（目标的{towards.required_percent:f}%）"
    at_least = "以上" if isinstance(indicator, Quantity) and indicator.at_least else ""
    return f"{figure(asked, indicator.unit)}{at_least}"


def _by_now(standing: IndicatorStanding, towards: DeadlineStanding) -> list[str]:
    """What is expected by now, and what that rests on."""
    indicator, due = standing.indicator, towards.expected
    if due is None or towards.basis is None:
        return []
    basis = BASIS_WORDS[towards.basis]
    if isinstance(indicator, Milestone):
        stage = indicator.stage_at(due)
        return [f"现在应到{stage}（{basis}）" if stage else f"现在还没有应到的节点（{basis}）"]
    if indicator.kind == "coverage":
        return [f"现在应达到{written(due * 100)}%（{basis}）"] if towards.basis != "requirement" else []
    return [f"现在应完成{figure(derived(due, towards.places), indicator.unit)}（{basis}）"]


def _lacking(standing: IndicatorStanding, towards: DeadlineStanding) -> list[str]:
    indicator = standing.indicator
    if not towards.gap:
        return []
    said = [f"还差{figure(towards.gap * indicator.scaling, indicator.reported_unit)}"]
    monthly, late = needed(standing, towards), towards.status in LATE
    if monthly is not None and (monthly * indicator.scaling >= 1 or not indicator.counted or late):
        said.append(f"每月需{in_reported_unit(standing, monthly, towards.places)}")
    return said


def _pace(standing: IndicatorStanding, towards: DeadlineStanding, month: Month, year: int) -> list[str]:
    """The pace so far and the month in which it gets there; counted from the last report."""
    if towards.pace is None:
        return []
    if towards.pace <= 0:
        return ["近期没有进展"] if towards.status in LATE else []
    pace = (
        f"{percent(towards.pace)}%"
        if isinstance(standing.indicator, Milestone)
        else in_reported_unit(standing, towards.pace, towards.places)
    )
    said = [f"近期每月{pace}"]
    reachable = not isinstance(standing.indicator, Milestone) or (
        towards.required in standing.indicator.shares.values()  # between two stages nothing can be reached
    )
    if reachable and towards.forecast is not None and towards.forecast > month:
        since = (
            "照此" if standing.carried_from is None else f"从{month_word(standing.carried_from, year)}推算"
        )
        said.append(f"{since}预计{month_word(towards.forecast, year)}达到")
    return said


def _at_the_deadline(standing: IndicatorStanding, towards: DeadlineStanding, year: int) -> list[str]:
    """What stood at a deadline that has passed, and what came of it."""
    indicator, then = standing.indicator, standing.course.at(towards.deadline.month)
    own = then is not None and (indicator.cumulative or then.month == towards.deadline.month)
    when = month_word(towards.deadline.month, year)
    said = [f"到{when}为{_level(standing, then)}" if then is not None and own else f"{when}没有报数"]
    if towards.met_in is not None:
        said.append(f"{month_word(towards.met_in, year)}才达到")
    elif towards.gap and towards.status != "met":
        now = "" if then == standing.course.last else "现在"  # the gap is that of the latest figure
        said.append(f"{now}还差{figure(towards.gap * indicator.scaling, indicator.reported_unit)}")
    return said


def _level(standing: IndicatorStanding, point: Point) -> str:
    indicator = standing.indicator
    if isinstance(indicator, Milestone):
        return point.reading.stage or NOT_BEGUN
    if indicator.kind == "coverage":
        return NOBODY if point.nobody else rate_word(point.level)
    return figure(point.done, indicator.unit)


def required_basis(standing: IndicatorStanding, year: int) -> list[str]:
    """Where a requirement of the indicator's own comes from."""
    said = []
    for towards in standing.deadlines:
        own = standing.indicator.required.get(towards.deadline.id)
        if own is not None and own.basis:
            said.append(f"{deadline_word(towards.deadline, year)}按{own.percent:f}%要求：{own.basis}")
    return said
