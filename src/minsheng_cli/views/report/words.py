"""How a report says things: months, figures, statuses and the next step, in a county office's words."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

from minsheng_cli.kinds.milestone import NOT_BEGUN, Milestone
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.kinds.trend import Trend
from minsheng_cli.model.plan import AnyIndicator, Deadline
from minsheng_cli.month import Month
from minsheng_cli.numbers import derived, exact, percent
from minsheng_cli.numbers import places as places_of
from minsheng_cli.status.standing import (
    URGENCY,
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


def focus(standing: ProjectStanding) -> list[IndicatorStanding]:
    """The indicators that are not completed, the most urgent first."""
    open_ones = [each for each in standing.indicators if each.status != "completed"]
    rank = {"missed": 0, "unreported": 1, "at-risk": 2, "behind": 3, "on-track": 4, "met": 5}
    return sorted(open_ones, key=lambda each: (URGENCY.index(each.status), rank[next_deadline(each).status]))


def next_step(standing: IndicatorStanding, year: int, *, carried: bool = True) -> str:
    """What is missing, the pace needed, the pace so far and where it leads; without the indicator's name."""
    if standing.point is None:
        return "还没有报数"
    said = amount(standing)
    if standing.status != "completed":
        said += "".join(_what_next(standing, next_deadline(standing), year))
    return said + marks(standing, year, carried=carried)


def named_step(standing: IndicatorStanding, year: int, *, carried: bool) -> str:
    """The same with the indicator's name before it; `carried` says whether to mark what is carried forward."""
    numeric = standing.point is not None and not isinstance(standing.indicator, Milestone)
    return f"{standing.indicator.name}{'' if numeric else '：'}{next_step(standing, year, carried=carried)}"


def _what_next(standing: IndicatorStanding, towards: DeadlineStanding, year: int) -> list[str]:
    indicator, unit = standing.indicator, standing.indicator.unit or ""
    by = deadline_word(towards.deadline, year)
    if isinstance(indicator, Milestone):
        return _next_stage(indicator, standing, towards, by, year)
    said = []
    if indicator.kind == "coverage":
        if towards.gap:
            said.append(f"，还差{figure(towards.gap, unit)}")
        return said
    if towards.gap is None or towards.required is None:
        return said
    if not towards.gap:
        return [f"，{by}要求已达到"]
    said.append(
        f"，距{by}要求还差{figure(towards.gap, unit)}"
        if not towards.passed
        else f"，还差{figure(towards.gap, unit)}"
    )
    if towards.expected is not None and towards.basis == "schedule" and not towards.passed:
        said.append(_scheduled(standing, towards, year))
    places = max(towards.places, printed_places(indicator))
    late = towards.status in _LATE
    if towards.pace_needed is not None and (towards.pace_needed >= 1 or not indicator.counted or late):
        said.append(f"，每月需{derived(towards.pace_needed, places):f}{unit}")
        if towards.pace is not None and towards.pace > 0 and late:
            said.append(f"（近期每月{derived(towards.pace, places):f}{unit}）")
    if towards.forecast is not None and late:
        said.append(f"，照此预计{month_word(towards.forecast, year)}达到")
    return said


def printed_places(indicator: AnyIndicator) -> int:
    """Decimal places that show one reported unit (0.0001万人 is one person)."""
    return places_of(exact(1 / indicator.scaling))


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
    when = (
        f"（{month_word(planned.month, year)}底前到{indicator.stage_at(planned.level)}）" if planned else ""
    )
    return [f"，下一步{coming}{when}"] if coming else []


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


def project_step(standing: ProjectStanding, year: int) -> list[str]:
    """The next step of a project in one or two sentences."""
    waiting = focus(standing)
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
        for each in standings:
            words[deadline_status_word(each)] = words.get(deadline_status_word(each), 0) + 1
        aim = "" if county.plan.plan.binds(deadline) else "力争"
        listed = "、".join(f"{word}{count}件" for word, count in words.items())
        said.append(f"{deadline_word(deadline, year)}{aim}{deadline.name}：{listed}")
    name = county.plan.department_name
    if county.unreported:
        said.append(
            f"{month_word(county.month, year)}未报：{'、'.join(name(each.id) for each in county.unreported)}"
        )
    if county.late:
        late = "、".join(
            f"{name(each.id)}（{_day(each.reported_on)}报）" for each in county.late if each.reported_on
        )
        said.append(f"迟报：{late}")
    return said


def _day(day: datetime.date) -> str:
    return f"{day.month}月{day.day}日"
