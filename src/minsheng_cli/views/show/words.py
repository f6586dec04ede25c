"""How show says things: what an indicator is, how it stands, what the department says of its figures."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from minsheng_cli.kinds.milestone import NOT_BEGUN, Milestone
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.kinds.total import Total
from minsheng_cli.kinds.trend import Trend
from minsheng_cli.model.plan import PlanFile, Project
from minsheng_cli.month import Month
from minsheng_cli.numbers import written
from minsheng_cli.status.course import Course, Point
from minsheng_cli.status.months import in_force
from minsheng_cli.status.standing import IndicatorStanding
from minsheng_cli.terms import CARRIED, DEFAULT_SCHEDULE, INFERRED, KEY_NAMES, KIND_WORDS
from minsheng_cli.views.words import LEFT_OUT, NOT_YET, amount, day_word, figure, month_word, rate_word


def inferred_mark(inferred: list[str], key: str) -> str:
    """（推定） behind what the plan does not say."""
    return f"（{INFERRED}）" if key in inferred else ""


def target_words(standing: IndicatorStanding) -> str:
    """The target in force, with the plan's own where it was adjusted."""
    indicator = standing.indicator
    if isinstance(indicator, Milestone):
        stages = "、".join(
            name if share is None else f"{name}{share:f}%" for name, share in indicator.stages.items()
        )
        mark = f"（{KEY_NAMES['stages']}{INFERRED}）" if "stages" in indicator.inferred else ""
        return f"目标：依次走完{stages}{mark}"
    if isinstance(indicator, Trend):
        base = standing.course.start
        if base is None:
            return "目标：高于第一次报的数"
        first = "（第一次报的数）" if indicator.baseline is None else ""
        return f"目标：高于基数{figure(base, indicator.unit)}{first}"
    original = standing.original_target
    if indicator.kind == "coverage":
        before = f"（原目标{original:f}%）" if original is not None else ""
        return f"目标：符合条件的覆盖{standing.target:f}%{before}"
    at_least = "以上" if isinstance(indicator, Quantity) and indicator.at_least else ""
    before = f"（原目标{figure(original, indicator.unit)}）" if original is not None else ""
    return f"目标{standing.target:f}{indicator.unit or ''}{at_least}{before}"


def about(standing: IndicatorStanding, project: Project, plan: PlanFile) -> list[str]:
    """What an indicator is: its target, kind and department, how it is put together, the plan's note."""
    indicator = standing.indicator
    said = [target_words(standing), KIND_WORDS[indicator.kind]]
    if standing.department != project.lead:
        said.append(
            f"由{plan.department_name(standing.department)}负责{inferred_mark(indicator.inferred, 'department')}"
        )
    if not indicator.weight:
        said.append("不计入完成率，仍须完成")
    elif indicator.weight != 1:
        said.append(f"{KEY_NAMES['weight']}{indicator.weight:f}")
    other = [key for key in indicator.inferred if key not in ("stages", "department", "baseline")]
    said += [f"{KEY_NAMES.get(key, key)}{INFERRED}" for key in other]
    lines = ["，".join(said)]
    if isinstance(indicator, Total):
        names = {name: found.indicator.name for name, found in plan.responsibilities.items()}
        added = "、".join(f"“{names.get(name, name)}”" for name in indicator.of)
        base = f"{figure(indicator.baseline, indicator.unit)}{inferred_mark(indicator.inferred, 'baseline')}"
        lines.append(f"由基数{base}加上{added}算出，报了实数的以实数为准")
    if isinstance(indicator, Quantity) and indicator.opening:
        lines.append(f"年初基数{figure(indicator.opening, indicator.unit)}，含在累计数里")
    if indicator.note:
        lines.append(f"计划说明：{indicator.note}")
    return lines


def adjusted(standing: IndicatorStanding, month: Month, year: int) -> list[str]:
    """Each adjustment in force: both targets, from when, why, by which document."""
    unit = "%" if standing.indicator.kind == "coverage" else standing.indicator.unit
    before, said = standing.indicator.plan_target, []
    for each in in_force(standing, month):
        was = "" if before is None else f"由{figure(before, unit)}"
        said.append(
            f"目标调整：{day_word(each.date, year)}起{was}调整为{figure(each.target, unit)}，"
            f"原因：{each.reason.rstrip('。')}，文号：{each.document}"
        )
        before = each.target
    return said


def stands(standing: IndicatorStanding, month: Month, year: int) -> str:
    """How it stands: the figure, the rate, what is new; carried forward from when."""
    point = standing.point
    if point is None:
        return LEFT_OUT if standing.left_out else NOT_YET
    when = month_word(month, year)
    if standing.carried_from is not None:
        when = f"{when}未报，{CARRIED}{month_word(standing.carried_from, year)}"
    said = [f"{when}：{amount(standing)}"]
    if standing.indicator.counts or isinstance(standing.indicator, Milestone):
        said.append(f"完成率{rate_word(standing.rate)}")
    if standing.increment is not None and not isinstance(standing.indicator, Milestone):
        said.append(_new(standing, month, year))
    return "，".join(said)


def _new(standing: IndicatorStanding, month: Month, year: int) -> str:
    """本月新增, or since the last report; the first report's whole figure."""
    increment, since = standing.increment or Fraction(0), standing.increment_since
    trend = standing.indicator.kind == "trend"
    if since is None:
        return "第一次报数"
    when = "本月" if since == month + -1 else f"{month_word(since, year)}以来"
    more, less = ("上升", "下降") if trend else ("新增", "减少")
    if not increment:
        return f"{when}没有变化" if trend else f"{when}没有{more}"
    return f"{when}{more if increment > 0 else less}{figure(abs(increment), standing.indicator.unit)}"


def items(standing: IndicatorStanding, year: int) -> list[str]:
    """Which of the named items are done, since when, and which are open."""
    indicator = standing.indicator
    if not isinstance(indicator, Quantity) or indicator.items is None:
        return []
    done, still = [], []
    for name, words in indicator.items.items():
        since = _since(standing.course, lambda point, name=name: name in (point.reading.items or ()))  # type: ignore[misc]
        if since is None:
            still.append(words)
        else:
            done.append(f"{words}（{month_word(since, year)}）")
    said = [f"已完成点位：{'、'.join(done)}"] if done else []
    return said + ([f"未完成点位：{'、'.join(still)}"] if still else [])


def _since(course: Course, holds: Callable[[Point], bool]) -> Month | None:
    """The month from which on something has held in every report; None where it does not hold now."""
    since = None
    for point in reversed(course.points):
        if not holds(point):
            break
        since = point.month
    return since


def scheduled(standing: IndicatorStanding, year: int) -> list[str]:
    """The department's own schedule, every step; or that it has none and the default stands in.

    Nothing where its file is left out: whether there is one is not known.
    """
    indicator, steps = standing.indicator, standing.course.steps
    if standing.left_out:
        return []
    if not steps:
        rests = indicator.cumulative
        return [f"{KEY_NAMES['schedule']}：没有排，应完成数按{DEFAULT_SCHEDULE}推算"] if rests else []

    def due(level: Fraction) -> str:
        if isinstance(indicator, Milestone):
            return indicator.stage_at(level) or NOT_BEGUN
        if indicator.kind == "coverage":
            return f"到{written(level * 100)}%"
        return f"到{figure(level, None)}"

    unit = indicator.unit if indicator.counts else None
    said = "、".join(f"{month_word(step.month, year)}{due(step.level)}" for step in steps)
    return [f"{KEY_NAMES['schedule']}：{said}{unit or ''}"]


def said_with_figures(standing: IndicatorStanding, year: int) -> list[str]:
    """The departments' own words on the figures, month by month: corrections with their reason, notes."""
    said = []
    for point in standing.course.points:
        when = month_word(point.month, year)
        if point.revision:
            said.append(f"{when}更正：{point.revision}")
        if point.note:
            said.append(f"{when}说明：{point.note}")
    return said
