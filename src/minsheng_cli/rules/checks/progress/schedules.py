"""Schedules against what the deadlines ask; shared by the rules on binding ones and on aims."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from minsheng_cli.kinds.milestone import NOT_BEGUN, Milestone
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.numbers import exact, percent
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.status.expected import required


def file_of(context: Context, department: str) -> str:
    """The path of a department's file."""
    return next(
        (document.path for document, file in context.ledger.progress if file.department == department),
        context.plan_file,
    )


def short_schedules(context: Context, *, binding: bool) -> Iterator[Said]:
    """Schedules whose step at a deadline's month is below what the deadline asks (docs/rules.md, 2)."""
    plan = context.plan
    if plan is None or not plan.plan.deadlines or context.doubts(plan.plan.mapping, "start", "deadlines"):
        return
    for series in context.figures.series.values():
        indicator = series.responsibility.indicator
        falls = any(after.level < before.level for before, after in pairwise(series.steps))
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
            words = f"{context.indicator(indicator.id)}的时间表到{deadline.date}只排到{_said(indicator, level)}，要求是{_wanted(indicator, goal, deadline.month.last_day)}"
            wanted = _wanted(indicator, goal, deadline.month.last_day)
            there = due and due[-1].month == deadline.month
            hint = (
                f"把{deadline.month}的一步改成{wanted}"
                if there
                else f"补上到{deadline.month}的一步，达到{wanted}"
            )
            if not binding:
                hint = f"能提前就改时间表；确实不能，请在计划里为这个指标写 required: {{{deadline.id}: {{percent: …, basis: …}}}}"
            yield Said(file_of(context, series.responsibility.department), step.at, words, hint)


def _said(indicator: AnyIndicator, level: Fraction) -> str:
    """A level as the schedule would type it."""
    if isinstance(indicator, Milestone):
        return f"“{indicator.stage_at(level) or NOT_BEGUN}”"
    if indicator.kind == "coverage":
        return f"{percent(level)}%"
    return f"{exact(level * indicator.scaling)}{indicator.reported_unit}"


def _wanted(indicator: AnyIndicator, goal: Fraction, day: datetime.date) -> str:
    """The lowest level that can be reported and meets what a deadline asks."""
    if isinstance(indicator, Milestone):
        return next((f"“{name}”" for name, share in indicator.shares.items() if share >= goal), "")
    return _said(indicator, indicator.ceiling(goal, day))
