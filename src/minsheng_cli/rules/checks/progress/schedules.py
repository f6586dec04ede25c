"""Schedules against what the deadlines ask; shared by the rules on binding ones and on aims."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.numbers import derived, percent
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.status.expected import required


def file_of(context: Context, department: str) -> str:
    """The path of a department's file."""
    return next(
        (document.path for document, file in context.ledger.progress if file.department == department),
        context.plan_file,
    )


def short_schedules(context: Context, *, binding: bool) -> Iterator[Said]:
    """Schedules whose step at a deadline's month is below what the deadline asks (status.md, "Expected", 2)."""
    plan = context.plan
    if plan is None or not plan.plan.deadlines:
        return
    for series in context.figures.series.values():
        indicator = series.responsibility.indicator
        for deadline in plan.plan.in_order:
            if plan.plan.binds(deadline) is not binding or not series.steps:
                continue
            goal = required(indicator, deadline, deadline.month)
            due = [step for step in series.steps if step.month <= deadline.month]
            level = due[-1].level if due else indicator.start
            if goal is None or level >= goal:
                continue
            step = due[-1] if due else series.steps[0]
            words = f"“{indicator.id}”的时间表到{deadline.date}只排到{_said(indicator, level)}，要求是{_said(indicator, goal)}"
            hint = f"补上到{deadline.month}的一步，达到{_said(indicator, goal)}"
            if not binding:
                hint = f"能提前就改时间表；确实不能，请在计划里为这个指标写 required: {{{deadline.id}: {{percent: …, basis: …}}}}"
            yield Said(file_of(context, series.responsibility.department), step.at, words, hint)


def _said(indicator: AnyIndicator, level: Fraction) -> str:
    """A level as the schedule would type it."""
    if isinstance(indicator, Milestone):
        return f"“{indicator.stage_at(level) or '未启动'}”（{percent(level)}%）"
    if indicator.kind == "coverage":
        return f"{percent(level)}%"
    return f"{derived(level * indicator.scaling, indicator.target_places)}{indicator.reported_unit}"
