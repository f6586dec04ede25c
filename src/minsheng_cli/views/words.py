"""How whoever reads is told things: months, deadlines, figures, statuses, in a county office's words."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from minsheng_cli.kinds.milestone import NOT_BEGUN, Milestone
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.kinds.trend import Trend
from minsheng_cli.model.plan import Deadline, Header
from minsheng_cli.month import Month
from minsheng_cli.numbers import derived, exact, percent
from minsheng_cli.status.course import Point
from minsheng_cli.status.standing import (
    DeadlineStanding,
    IndicatorStanding,
    ProjectDeadline,
    ProjectStanding,
    Status,
)
from minsheng_cli.terms import (
    AIM_MISSED,
    BASELINE_MONTH,
    DEADLINE_WORDS,
    DEFAULT_SCHEDULE,
    NOBODY,
    OPEN_BASE,
    SAMPLE,
    STATUS_WORDS,
    sample_mark,
)
from minsheng_cli.views import dates

month_word = dates.month_word
LEFT_OUT, NOT_YET = "部门的文件有错，没有算入", "还没有报数"
"""Why an indicator has no figure at all."""
LATE = ("missed", "at-risk", "behind")
"""Statuses that want a reason."""
DEFAULT_NOTE = f"{DEFAULT_SCHEDULE}：部门没有排时间表，应完成数按月均匀推算。"
SAMPLE_NOTE = f"【{SAMPLE}】进度数字是演示用的，不是真实进展。"
MOST_LISTED = 100
"""Files left out that are named."""
_STOPS = "。；; "


def deadline_word(deadline: Deadline, year: int) -> str:
    """`10月底`, `10月15日`."""
    word = month_word(deadline.month, year)
    return f"{word}底" if deadline.date == deadline.month.last_day else f"{word}{deadline.date.day}日"


def rate_word(rate: Fraction | None, *, full: bool | None = None) -> str:
    """`79.0%`, or `--` where there is none."""
    return "--" if rate is None else f"{percent(rate, full=full)}%"


def status_word(status: Status) -> str:
    """The overall status."""
    return STATUS_WORDS[status]


def deadline_status_word(standing: DeadlineStanding | ProjectDeadline) -> str:
    """The status towards a deadline; a missed aim is no default (逾期)."""
    if standing.status == "missed" and not standing.binding:
        return AIM_MISSED
    return DEADLINE_WORDS[standing.status]


def figure(value: Fraction | Decimal, unit: str | None) -> str:
    """A figure with its unit."""
    number = exact(value) if isinstance(value, Fraction) else value
    return f"{number:f}{unit or ''}"


def done(standing: IndicatorStanding) -> Decimal | None:
    """The figure in `unit`; None where there is none."""
    return None if standing.point is None else _as_typed(standing, standing.point)


def _as_typed(standing: IndicatorStanding, point: Point) -> Decimal:
    """A figure in `unit`, with its own digits where it was typed in that unit."""
    typed = point.reading.done
    return typed if typed is not None and standing.indicator.scaling == 1 else exact(point.done)


def signed(value: Fraction, unit: str | None) -> str:
    """A difference of two figures: `+48`, `-0.9公里`, `0`."""
    text = figure(value, unit)
    return f"+{text}" if value > 0 else text


def amount(standing: IndicatorStanding) -> str:
    """Where an indicator stands, in its own terms: `297/291套`, `主体完工`, `1210/1263人（95.8%）`."""
    indicator, point = standing.indicator, standing.point
    if point is None:
        return "未报"
    if isinstance(indicator, Milestone):
        return point.reading.stage or NOT_BEGUN
    if indicator.kind == "coverage":
        reached = figure(point.done, None)
        if point.nobody:
            return NOBODY
        if point.reading.eligible is None:
            return f"{reached}{indicator.unit}，{OPEN_BASE}"
        return f"{reached}/{figure(point.reading.eligible, indicator.unit)}（{rate_word(standing.rate)}）"
    typed = _as_typed(standing, point)
    if isinstance(indicator, Trend):
        base = standing.course.start
        known = (
            f"，基数{figure(base, indicator.unit)}"
            if base is not None and not standing.baseline_month
            else f"（{BASELINE_MONTH}）"
        )
        return f"{figure(typed, indicator.unit)}{known}"
    target = f"{standing.target:f}{indicator.unit}"
    at_least = "以上" if isinstance(indicator, Quantity) and indicator.at_least else ""
    adjusted = f"（原目标{standing.original_target:f}）" if standing.original_target is not None else ""
    return f"{figure(typed, None)}/{target}{at_least}{adjusted}"


def needed(standing: IndicatorStanding, towards: DeadlineStanding) -> Fraction | None:
    """The pace needed for the gap as it is printed, whole units counted: 3家 in two months are 1.5 a month."""
    point = standing.point
    if towards.pace_needed is None or towards.gap is None or towards.required is None or point is None:
        return towards.pace_needed
    months = (towards.required - (point.level or 0)) / towards.pace_needed
    return towards.gap / months


def in_reported_unit(standing: IndicatorStanding, value: Fraction, places: int) -> str:
    """A derived amount in the unit that people count in: 0.0154万人 are 154人."""
    indicator = standing.indicator
    if indicator.scaling == 1:
        return f"{derived(value, places):f}{indicator.unit or ''}"
    return f"{derived(value * indicator.scaling, 0):f}{indicator.reported_unit}"


def skipped(standing: ProjectStanding, month: Month) -> Month | None:
    """The report before, where all fresh figures of a project are of more than one month.

    None, too, where the months between did not stand as that report's did.
    """
    fresh = [each for each in standing.indicators if each.point is not None and each.carried_from is None]
    months = {each.increment_since for each in fresh}
    known = [each for each in months if each is not None]
    if not known or len(known) != len(months) or max(known) >= month + -1:
        return None
    since, last = max(known), month + -1  # the rates are not what they were where a target was adjusted
    same = all(
        each.indicator.full(since.last_day) == each.indicator.full(last.last_day)
        for each in standing.indicators
    )
    return since if same else None


def joined(said: Sequence[str]) -> str:
    """Several remarks in one sentence; a full stop stays only behind the last."""
    return "；".join([*(each.rstrip(_STOPS) for each in said[:-1]), *said[-1:]])


def one_text(said: Sequence[str]) -> str:
    """Sentences one behind the other, each with one full stop, the last as it was written."""
    return "。".join([*(each.rstrip(_STOPS) for each in said[:-1]), *said[-1:]])


def day_word(day: datetime.date, year: int) -> str:
    """`9月8日`, with the year where it is not the one that everybody means (January's belongs to December)."""
    plain = f"{day.month}月{day.day}日"
    return plain if day.year == year or (day.year == year + 1 and day.month == 1) else f"{day.year}年{plain}"


def title_of(plan: Header, month: Month, *, sample: bool) -> str:
    """The plan's title, the month, and whether figures are illustrative."""
    return f"{plan.title}　{month.year}年{month.number}月{sample_mark(sample)}"


def deadline_notes(plan: Header) -> list[str]:
    """Which deadlines were moved, and what each aim is measured by, where the plan's file says why."""
    moved = [
        f"时限调整：“{each.name}”由{day_word(one.was, plan.year)}调整为{day_word(one.date, plan.year)}，"
        f"原因：{one.reason.rstrip('。')}，文号：{one.document}"
        for each in plan.in_order
        for one in each.adjustments
    ]
    measured = [
        f"{deadline_word(each, plan.year)}按{each.percent:f}%衡量：{each.basis}"
        for each in plan.in_order
        if not plan.binds(each) and each.basis
    ]
    return moved + measured


def listed_files(left_out: Sequence[str]) -> str:
    """The files that were left out, as many as a person would read."""
    more = f"等{len(left_out)}个" if len(left_out) > MOST_LISTED else ""
    return "、".join(left_out[:MOST_LISTED]) + more
