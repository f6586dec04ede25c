"""How an indicator stands towards one deadline, worked out: what is asked, what is due, what decides, what is left."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from minsheng_cli.kinds.milestone import NOT_BEGUN, Milestone
from minsheng_cli.model.plan import Header
from minsheng_cli.month import Month
from minsheng_cli.numbers import derived, exact, percent, written
from minsheng_cli.review.derivation import IndicatorTrace
from minsheng_cli.review.verdict import Verdict
from minsheng_cli.status.standing import IndicatorStanding
from minsheng_cli.terms import CARRIED, DEFAULT_SCHEDULE, KEY_NAMES
from minsheng_cli.views.trace.words import Notes, case_words, equation, says
from minsheng_cli.views.words import (
    deadline_status_word,
    deadline_word,
    figure,
    in_reported_unit,
    month_word,
    needed,
    rate_word,
)


def deadline_lines(
    trace: IndicatorTrace, verdict: Verdict, header: Header, month: Month, notes: Notes
) -> Iterator[str]:
    """The deadline with its status, then a line for each amount."""
    standing, towards, year = trace.standing, verdict.standing, header.year
    aim = "" if towards.binding else "力争"
    yield f"{deadline_word(towards.deadline, year)}{aim}{towards.deadline.name}：{deadline_status_word(towards)}"
    if verdict.required is not None:
        yield _asked(standing, verdict, notes)
    elif standing.indicator.kind == "trend":
        base = standing.course.start
        yield f"要求：高于{'基数' if base is None else figure(base, standing.indicator.unit)}{notes.mark(trace.target)}"
    if towards.passed:
        judged = verdict.judged
        if judged is not None and judged.places:
            own, when = month_word(towards.deadline.month, year), month_word(judged.point.month, year)
            whose = f"{own}报的数" if own == when else f"{own}的数判定，{CARRIED}{when}报的数"
            yield f"时限已过，按{whose}{'判定' if own == when else ''}{notes.mark(*judged.places)}"
    elif towards.expected is not None:
        yield _due(standing, verdict, month, year, notes)
    yield f"判定：{case_words(verdict, year, header.at_risk_below)}"
    if towards.met_in is not None:
        yield f"{month_word(towards.met_in, year)}才达到"
    yield from _ahead(standing, verdict, month, year, notes)


def _asked(standing: IndicatorStanding, verdict: Verdict, notes: Notes) -> str:
    """`要求：291 × 90% = 261.9套，进到整数262套`."""
    indicator, required, asked = standing.indicator, verdict.required, verdict.asked
    assert required is not None
    mark = notes.mark(verdict.percent)
    if isinstance(indicator, Milestone):
        name = next((name for name, share in indicator.shares.items() if share == asked), "")
        return f"要求：到{name}，是达到{required.text}的第一个节点{mark}"
    if indicator.kind == "coverage":
        value = f"{written(required.value * 100)}%"
        return f"要求：覆盖{equation(required, required.value, value)}{mark}"
    exactly = figure(exact(required.value), indicator.unit)
    said = f"要求：{equation(required, Fraction(exact(required.value)), exactly)}"
    if asked is not None and asked != required.value:
        said += f"，进到能报的数是{figure(asked, indicator.unit)}"
    return f"{said}{mark}"


def _due(standing: IndicatorStanding, verdict: Verdict, month: Month, year: int, notes: Notes) -> str:
    """What is due by now, and by which rule."""
    indicator, towards = standing.indicator, verdict.standing
    due = towards.expected or Fraction(0)
    printed = _level(standing, due, towards.places)
    start = f"到{month_word(month, year)}应完成："
    if towards.basis == "schedule":
        if verdict.step is None or verdict.step_place is None:
            return f"{start}{printed}，{KEY_NAMES['schedule']}的第一步还没到，取起点"
        step = month_word(verdict.step.month, year)
        return f"{start}{printed}，{KEY_NAMES['schedule']}最近一步是{step}{notes.mark(verdict.step_place)}"
    if towards.basis == "requirement":
        return f"{start}{printed}，没有{KEY_NAMES['schedule']}，任何时候都是要求数"
    if verdict.line is None:
        return f"{start}{printed}（{DEFAULT_SCHEDULE}），要求数不高于起点，取起点"
    line = verdict.line
    if line.value == due:
        value = says(derived(due, towards.places))
        if isinstance(indicator, Milestone):
            return f"{start}{equation(line, line.value, printed)}（{DEFAULT_SCHEDULE}）"
        return f"{start}{equation(line, value, printed)}（{DEFAULT_SCHEDULE}）"
    if isinstance(indicator, Milestone):
        share = rate_word(line.value)
        whole = equation(line, says(percent(line.value), of_hundred=True), share)
        return f"{start}{whole}，不超过它的最高节点是{printed}（{DEFAULT_SCHEDULE}）"
    shown = derived(line.value, towards.places)
    return f"{start}{equation(line, says(shown), f'{shown:f}')}，不足1{indicator.reported_unit}的舍去，为{printed}（{DEFAULT_SCHEDULE}）"


def _level(standing: IndicatorStanding, level: Fraction, places: int) -> str:
    """A level that is due, as it is printed."""
    indicator = standing.indicator
    if isinstance(indicator, Milestone):
        return f"“{indicator.stage_at(level) or NOT_BEGUN}”"
    if indicator.kind == "coverage":
        return f"{written(level * 100)}%"
    return figure(derived(level, places), indicator.unit)


def _ahead(
    standing: IndicatorStanding, verdict: Verdict, month: Month, year: int, notes: Notes
) -> Iterator[str]:
    """What is left, how fast it goes, how fast it must go, when it gets there."""
    towards = verdict.standing
    if towards.status == "met" or (towards.passed and towards.met_in is not None):
        return
    if towards.gap and verdict.gap is not None:
        yield _gap(standing, verdict)
    if towards.passed:
        return
    if verdict.pace is not None and towards.pace is not None:
        yield _pace(standing, verdict, year, notes)
    monthly = needed(standing, towards)
    if verdict.needed is not None and monthly is not None:
        shown = derived(monthly, towards.places)
        unit = standing.indicator.unit
        whole = equation(verdict.needed, says(shown), figure(shown, unit))
        yield f"每月需：{whole}{_in_other(standing, monthly, towards.places)}"
    if verdict.months is not None and towards.forecast is not None and standing.point is not None:
        shown = derived(verdict.months.value, 0)
        last = month_word(standing.point.month, year)
        whole = equation(verdict.months, says(shown), f"{shown:f}")
        yield f"预计：{whole}，进到整月，从{last}往后是{month_word(towards.forecast, year)}"


def _gap(standing: IndicatorStanding, verdict: Verdict) -> str:
    """`还差：261.9 − 230 = 31.9，进到整数32套`."""
    indicator, gap, left = standing.indicator, verdict.gap, verdict.standing.gap
    assert gap is not None
    assert left is not None
    exactly = exact(gap.value)
    printed = figure(left * indicator.scaling, indicator.reported_unit)
    whole = equation(gap, Fraction(exactly), figure(exactly, indicator.unit))
    if left == gap.value and indicator.scaling == 1:
        return f"还差：{whole}"
    return f"还差：{whole}，{'即' if left == gap.value else '进到整数是'}{printed}"


def _pace(standing: IndicatorStanding, verdict: Verdict, year: int, notes: Notes) -> str:
    """How much came a month, and since when."""
    towards, pace = verdict.standing, verdict.pace
    assert pace is not None
    assert towards.pace is not None
    if isinstance(standing.indicator, Milestone):
        printed, value = f"{percent(towards.pace)}%", says(percent(towards.pace), of_hundred=True)
    else:
        shown = derived(towards.pace, towards.places)
        printed, value = figure(shown, standing.indicator.unit), says(shown)
    since = (
        f"从{month_word(verdict.since.point.month, year)}的数{notes.mark(*verdict.since.places)}算起"
        if verdict.since
        else "报数不到四次，从起点算起"
    )
    other = (
        "" if isinstance(standing.indicator, Milestone) else _in_other(standing, towards.pace, towards.places)
    )
    return f"近期每月：{equation(pace, value, printed)}{other}，{since}"


def _in_other(standing: IndicatorStanding, value: Fraction, places: int) -> str:
    """The same in the unit that people count in, where that is another."""
    return f"，即{in_reported_unit(standing, value, places)}" if standing.indicator.scaling != 1 else ""
