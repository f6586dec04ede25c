"""What a report says of where things stand and of the next step."""

from __future__ import annotations

from fractions import Fraction

from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.status.standing import (
    URGENCY,
    WORST_FIRST,
    CountyStanding,
    DeadlineStanding,
    IndicatorStanding,
    ProjectStanding,
)
from minsheng_cli.terms import (
    CARRIED,
    DEFAULT_SCHEDULE,
    INFERRED,
    KEY_NAMES,
)
from minsheng_cli.views.words import (
    LATE,
    LEFT_OUT,
    NOT_YET,
    amount,
    day_word,
    deadline_status_word,
    deadline_word,
    figure,
    in_reported_unit,
    month_word,
    needed,
    rate_word,
    status_word,
)

_BEST_FIRST = ("met", "on-track", "behind", "at-risk", "missed", "unreported")
"""Statuses towards a deadline, in the order in which the overall ones are counted."""


def next_deadline(standing: IndicatorStanding) -> DeadlineStanding:
    """The next deadline towards which it is late, else the next one that is not met, else the last."""
    ahead = [each for each in standing.deadlines if not each.passed]
    late = [each for each in ahead if each.status in LATE]
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
    late = towards.status in LATE
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
    if towards.status in LATE and due:
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
    late = standing.status in LATE or any(each.status in LATE for each in standing.deadlines)
    if point.revision:
        return f"更正：{words}"
    return f"说明：{words}" if words and late else ""


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
