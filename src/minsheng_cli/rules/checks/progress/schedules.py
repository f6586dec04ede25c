"""Schedules against what the deadlines ask; shared by the rules on binding ones and on aims."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from minsheng_cli.kinds.milestone import NOT_BEGUN, Milestone
from minsheng_cli.model.plan import AnyIndicator, Deadline
from minsheng_cli.model.series import Series
from minsheng_cli.numbers import written
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.status.expected import required


def file_of(context: Context, department: str) -> str:
    """The path of a department's file."""
    return context.file_of_department.get(department, context.plan_file)


def short_schedules(context: Context, *, binding: bool) -> Iterator[Said]:
    """Schedules whose step at a deadline's month is below what the deadline asks (docs/rules.md, 2)."""
    plan = context.plan
    if plan is None or not plan.plan.deadlines or context.doubts(plan.plan.mapping, "start", "deadlines"):
        return
    for series in context.figures.series.values():
        indicator = series.responsibility.indicator
        falls = any(after.level < before.level for before, after in pairwise(series.steps))
        if as_shares(context, series):
            continue  # M334 says that
        if series.unread_steps or falls or not series.steps or context.doubts_all(indicator.mapping):
            continue
        for deadline in plan.plan.in_order:
            if plan.plan.binds(deadline) is not binding:
                continue
            goal = required(indicator, deadline, deadline.month)
            due = [step for step in series.steps if step.month <= deadline.month]
            level = due[-1].level if due else indicator.start
            if goal is None or level >= goal:
                continue
            step = due[-1] if due else series.steps[0]
            wanted = _wanted(indicator, goal, deadline.month.last_day)
            message = f"{context.indicator(indicator.id)}的时间表到{deadline.date}只排到{said(indicator, level)}，要求是{said(indicator, wanted)}"
            there = bool(due) and due[-1].month == deadline.month
            mend = _mend(indicator, deadline, wanted, there=there)
            if not binding:
                mend = _mend_or_say_why(indicator, deadline, level, wanted, there=there)
            yield Said(file_of(context, series.responsibility.department), step.at, message, mend)


_NEARLY = Fraction(4, 5)
"""The share up to which a rate rises before the last step; a rate that begins with less than 1% ends lower."""


def as_shares(context: Context, series: Series) -> bool:
    """Whether the rates of a coverage were typed as shares of 1, all of them or most."""
    levels = [100 * step.level for step in series.steps]
    coverage = series.responsibility.indicator.kind == "coverage" and not series.unread_steps
    low = [level for level in levels if level <= 1]
    broken = sum(level.denominator > 1 for level in low)
    all_but_last = broken > 1 and 2 * len(low) > len(levels) and max(low) >= _NEARLY
    shares = broken > 0 if len(low) == len(levels) else all_but_last
    return coverage and shares and not context.doubts_all(series.responsibility.indicator.mapping)


def _mend(indicator: AnyIndicator, deadline: Deadline, wanted: Fraction, *, there: bool) -> str:
    """What to type into the schedule, at the step of the deadline's month or as a step of its own."""
    if there:
        return f"把{deadline.month}这一步改成：{typed(indicator, wanted)}"
    return f"在花括号里补上 {deadline.month}: {typed(indicator, wanted)}"


def _mend_or_say_why(
    indicator: AnyIndicator, deadline: Deadline, level: Fraction, wanted: Fraction, *, there: bool
) -> str:
    """An aim may be missed, but then the plan says so beforehand."""
    goal = typed(indicator, wanted)
    earlier = f"把{deadline.month}这一步改成 {goal}" if there else f"在花括号里补上 {deadline.month}: {goal}"
    tenths = int(level / indicator.full(deadline.month.last_day) * 1000)
    own = (
        f"required: {{{deadline.id}: {{percent: {written(Fraction(tenths, 10))}, basis: 为什么只能到这里}}}}"
    )
    return f"能提前的，{earlier}；确实提前不了，请台账管理员在计划的这个指标下加一行 {own}"


def said(indicator: AnyIndicator, level: Fraction) -> str:
    """A level for a sentence."""
    if isinstance(indicator, Milestone):
        return f"“{typed(indicator, level)}”"
    unit = "%" if indicator.kind == "coverage" else indicator.reported_unit
    return f"{typed(indicator, level)}{unit}"


def typed(indicator: AnyIndicator, level: Fraction) -> str:
    """A level as the schedule has it."""
    if isinstance(indicator, Milestone):
        return indicator.stage_at(level) or NOT_BEGUN
    if indicator.kind == "coverage":
        return written(level * 100)
    return written(level * indicator.scaling)


def _wanted(indicator: AnyIndicator, goal: Fraction, day: datetime.date) -> Fraction:
    """The lowest level that can be reported and meets what a deadline asks."""
    if isinstance(indicator, Milestone):
        return min((share for share in indicator.shares.values() if share >= goal), default=Fraction(1))
    return indicator.ceiling(goal, day)
