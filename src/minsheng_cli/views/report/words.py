"""How a report says things: months, figures, statuses and the next step, in a county office's words."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from minsheng_cli.kinds.milestone import NOT_BEGUN, Milestone
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.kinds.trend import Trend
from minsheng_cli.model.plan import Deadline, PlanFile
from minsheng_cli.month import Month
from minsheng_cli.numbers import derived, exact, percent
from minsheng_cli.status.standing import (
    URGENCY,
    WORST_FIRST,
    CountyStanding,
    DeadlineStanding,
    IndicatorStanding,
    ProjectDeadline,
    ProjectStanding,
    Status,
)
from minsheng_cli.terms import (
    AIM_MISSED,
    BASELINE_MONTH,
    CARRIED,
    DEADLINE_WORDS,
    DEFAULT_SCHEDULE,
    INFERRED,
    KEY_NAMES,
    NOBODY,
    OPEN_BASE,
    STATUS_WORDS,
)

_LATE = ("missed", "at-risk", "behind")
LEFT_OUT, NOT_YET = "部门的文件有错，没有算入", "还没有报数"
"""Why an indicator has no figure at all."""
_STOPS = "。；; "
_BEST_FIRST = ("met", "on-track", "behind", "at-risk", "missed", "unreported")
"""Statuses towards a deadline, in the order in which the overall ones are counted."""


def month_word(month: Month, year: int) -> str:
    """`8月`, or `2024年1月` outside the plan's year."""
    return f"{month.number}月" if month.year == year else f"{month.year}年{month.number}月"


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


def amount(standing: IndicatorStanding) -> str:
    """Where an indicator stands, in its own terms: `297/291套`, `主体完工`, `1210/1263人（95.8%）`."""
    indicator, point = standing.indicator, standing.point
    if point is None:
        return "未报"
    if isinstance(indicator, Milestone):
        return point.reading.stage or NOT_BEGUN
    if indicator.kind == "coverage":
        done = figure(point.done, None)
        if point.nobody:
            return NOBODY
        if point.reading.eligible is None:
            return f"{done}{indicator.unit}，{OPEN_BASE}"
        return f"{done}/{figure(point.reading.eligible, indicator.unit)}（{rate_word(standing.rate)}）"
    typed = point.reading.done if point.reading.done is not None and indicator.scaling == 1 else point.done
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


def next_deadline(standing: IndicatorStanding) -> DeadlineStanding:
    """The next deadline towards which it is late, else the next one that is not met, else the last."""
    ahead = [each for each in standing.deadlines if not each.passed]
    late = [each for each in ahead if each.status in _LATE]
    unmet = [each for each in ahead if each.status != "met"]
    return [*late, *unmet, *reversed(standing.deadlines)][0]


def focus(standing: ProjectStanding, department: str | None = None) -> list[IndicatorStanding]:
    """The indicators that are not completed, the most urgent first; a department's own before the others'."""
    order = {status: rank for rank, status in enumerate(WORST_FIRST)}
    urgency = {status: rank for rank, status in enumerate(URGENCY)}
    urgency["not-started"] = urgency["on-track"]  # neither is late: the one that weighs comes first

    def key(each: IndicatorStanding) -> tuple[bool, int, int, bool]:
        foreign = department is not None and each.department != department
        return (foreign, urgency[each.status], order[next_deadline(each).status], not each.indicator.weight)

    return sorted((each for each in standing.indicators if each.status != "completed"), key=key)


def next_step(standing: IndicatorStanding, year: int, *, carried: bool = True) -> str:
    """What is missing, the pace needed, the pace so far and where it leads; without the indicator's name."""
    if standing.point is None:
        return LEFT_OUT if standing.left_out else NOT_YET
    said = amount(standing)
    if standing.status != "completed":
        said += "".join(_what_next(standing, next_deadline(standing), year))
    return said + marks(standing, year, carried=carried)


def named_step(standing: IndicatorStanding, year: int, *, carried: bool) -> str:
    """The same with the indicator's name before it; `carried` says whether to mark what is carried forward."""
    staged = standing.point is not None and isinstance(standing.indicator, Milestone)
    apart = "：" if staged or (standing.point is None and standing.left_out) else ""
    return f"{standing.indicator.name}{apart}{next_step(standing, year, carried=carried)}"


def _what_next(standing: IndicatorStanding, towards: DeadlineStanding, year: int) -> list[str]:
    indicator, unit = standing.indicator, standing.indicator.unit or ""
    by = deadline_word(towards.deadline, year)
    if isinstance(indicator, Milestone):
        return _next_stage(indicator, standing, towards, by, year)
    said = []
    if indicator.kind == "coverage":
        if towards.gap:
            said.append(f"，还差{figure(towards.gap, unit)}")
        return [*said, *_fallen(standing, towards, year)]
    if indicator.kind == "trend":
        return _fallen(standing, towards, year)
    if towards.gap is None or towards.required is None:
        return said
    if not towards.gap:
        return [f"，{by}要求已达到"]
    lacking = figure(towards.gap * indicator.scaling, indicator.reported_unit)
    said.append(f"，还差{lacking}" if towards.passed else f"，距{by}要求还差{lacking}")
    if towards.expected is not None and towards.basis == "schedule" and not towards.passed:
        said.append(_scheduled(standing, towards, year))
    late = towards.status in _LATE
    monthly = needed(standing, towards)
    if monthly is not None and (monthly * indicator.scaling >= 1 or not indicator.counted or late):
        said.append(f"，每月需{in_reported_unit(standing, monthly, towards.places)}")
        if towards.pace is not None and towards.pace > 0 and late:
            said.append(f"（近期每月{in_reported_unit(standing, towards.pace, towards.places)}）")
    # counted from the last report, a forecast of carried figures or for a deadline gone by would mislead
    if towards.forecast is not None and late and not towards.passed and standing.carried_from is None:
        said.append(f"，照此预计{month_word(towards.forecast, year)}达到")
    return said


def _fallen(standing: IndicatorStanding, towards: DeadlineStanding, year: int) -> list[str]:
    """Why a rate or a level is at risk: it is lower than in the report before."""
    before, point = standing.course.before, standing.point
    if (
        towards.status != "at-risk"
        or before is None
        or point is None
        or before.level is None
        or point.level is None
    ):
        return []
    return [f"，比{month_word(before.month, year)}低"] if point.level < before.level else []


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


def _scheduled(standing: IndicatorStanding, towards: DeadlineStanding, year: int) -> str:
    """What the department's own schedule wants next or wanted by now."""
    point, indicator = standing.point, standing.indicator
    if point is None or point.level is None or towards.expected is None:
        return ""
    if point.level < towards.expected:
        return f"，时间表应到{figure(towards.expected, indicator.unit)}"
    coming = next((step for step in standing.course.steps if step.level > point.level), None)
    return (
        f"，时间表{month_word(coming.month, year)}到{figure(coming.level, indicator.unit)}" if coming else ""
    )


def _next_stage(
    indicator: Milestone, standing: IndicatorStanding, towards: DeadlineStanding, by: str, year: int
) -> list[str]:
    assert standing.point is not None
    level = standing.point.level or Fraction(0)
    due = indicator.stage_at(towards.expected) if towards.expected is not None else None
    if towards.status in _LATE and due:
        return [f"，{by if towards.passed else '现在'}应到{due}"]
    coming = next((name for name, share in indicator.shares.items() if share > level), None)
    planned = next((step for step in standing.course.steps if step.level > level), None)
    if coming is None:
        return []
    if planned is None:
        return [f"，下一步{coming}"]
    stage, by_month = indicator.stage_at(planned.level), f"{month_word(planned.month, year)}底前"
    return [f"，下一步{by_month}{coming}" if stage == coming else f"，下一步{coming}，{by_month}到{stage}"]


def marks(standing: IndicatorStanding, year: int, *, carried: bool) -> str:
    """Marks of honesty: carried forward, inferred, default schedule."""
    said = [f"{KEY_NAMES.get(key, key)}{INFERRED}" for key in standing.indicator.inferred]
    if carried and standing.carried_from is not None:
        said.append(f"{CARRIED}{month_word(standing.carried_from, year)}")
    towards = next_deadline(standing)
    if towards.basis == "default" and standing.status != "completed":
        said.append(DEFAULT_SCHEDULE)
    return f"（{'，'.join(said)}）" if said else ""


def reason(standing: IndicatorStanding) -> str:
    """The department's own words on a figure, printed beside a status that asks for one."""
    point = standing.point
    if point is None:
        return ""
    words = point.revision or point.note
    late = standing.status in _LATE or any(each.status in _LATE for each in standing.deadlines)
    if point.revision:
        return f"更正：{words}"
    return f"说明：{words}" if words and late else ""


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


def project_step(standing: ProjectStanding, plan: PlanFile, department: str | None) -> list[str]:
    """The next step of a project in one or two sentences, seen from `department` where one is asked for."""
    year = plan.plan.year
    waiting = focus(standing, department)
    if not waiting:
        over = [
            each
            for each in standing.indicators
            if each.rate is not None and each.rate > 1 and each.indicator.counts
        ]
        said = "、".join(f"{each.indicator.name}{amount(each)}" for each in over)
        return [f"全部指标已完成{f'，超额：{said}' if said else ''}{_late_after_all(standing, year)}"]
    first = waiting[0]
    said = named_step(first, year, carried=standing.carried_from is None)
    if first.department != standing.project.lead:
        said = f"{plan.department_name(first.department)}的{said}"
    rest = [each for each in waiting[1:] if each.status not in ("on-track", "not-started")]
    if rest:
        said += f"；另有{len(rest)}项{'、'.join(dict.fromkeys(status_word(each.status) for each in rest))}：{'、'.join(each.indicator.name for each in rest)}"
    why = reason(first)
    return [said, why] if why else [said]


def _late_after_all(standing: ProjectStanding, year: int) -> str:
    """Deadlines that were missed and what they asked reached later: when the last of it was."""
    said = []
    for index, each in enumerate(standing.deadlines):
        late = [
            one.deadlines[index].met_in for one in standing.indicators if one.deadlines[index].status != "met"
        ]
        months = [month for month in late if month is not None]
        if months and len(months) == len(late):
            said.append(f"，{deadline_word(each.deadline, year)}要求到{month_word(max(months), year)}才达到")
    return "".join(said)


def joined(said: Sequence[str]) -> str:
    """Several remarks in one sentence; a full stop stays only behind the last."""
    return "；".join([*(each.rstrip(_STOPS) for each in said[:-1]), *said[-1:]])


def one_text(said: Sequence[str]) -> str:
    """Sentences one behind the other, each with one full stop, the last as it was written."""
    return "。".join([*(each.rstrip(_STOPS) for each in said[:-1]), *said[-1:]])


def headline(county: CountyStanding) -> list[str]:
    """Where the county stands: projects first, then the mean, then who has not reported or was late."""
    year = county.plan.plan.year
    counts = county.counts
    started = sum(each.started for each in county.projects)
    said = [f"{len(county.projects)}件中已完成{counts['completed']}件、已开工{started}件。"]
    if county.completion is not None:
        mean = f"平均完成{rate_word(county.completion, full=county.full)}"
        if county.expected is not None:
            mean += f"，按序时应完成{rate_word(county.expected, full=county.expected_full)}"
        said[0] += f"{mean}。"
    said.append("　".join(f"{status_word(status)}{count}件" for status, count in counts.items() if count))
    for index, deadline in enumerate(county.plan.plan.in_order):
        standings = [each.deadlines[index] for each in county.projects]
        words: dict[str, int] = {}
        for each in sorted(standings, key=lambda each: _BEST_FIRST.index(each.status)):
            words[deadline_status_word(each)] = words.get(deadline_status_word(each), 0) + 1
        aim = "" if county.plan.plan.binds(deadline) else "力争"
        listed = "、".join(f"{word}{count}件" for word, count in words.items())
        said.append(f"{deadline_word(deadline, year)}{aim}{deadline.name}：{listed}")
    name = county.plan.department_name
    silent = [name(each.id) for each in county.unreported if not each.left_out]
    if silent:
        said.append(f"{month_word(county.month, year)}未报：{'、'.join(silent)}")
    if county.late:
        late = "、".join(
            f"{name(each.id)}（{day_word(each.reported_on, year)}报）"
            for each in county.late
            if each.reported_on
        )
        said.append(f"迟报：{late}")
    return said


def day_word(day: datetime.date, year: int) -> str:
    """`9月8日`, with the year where it is not the one that everybody means (January's belongs to December)."""
    plain = f"{day.month}月{day.day}日"
    return plain if day.year == year or (day.year == year + 1 and day.month == 1) else f"{day.year}年{plain}"
