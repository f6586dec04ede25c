"""A target or a deadline changes on a day, with a document; two changes on one day contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from minsheng_cli.kinds.indicator import Adjustment
from minsheng_cli.model.plan import Deadline, DeadlineAdjustment
from minsheng_cli.rules.context import Context, Said, in_year
from minsheng_cli.terms import KIND_WORDS, quoted

SEVERITY = "error"
TITLE = "调整写得不对"
WHY = "调整要说清从哪天起算、原来是多少。日期写错了年份，新目标就用不上；同一天写了两个，就不知道该按哪个考核；时限的原定日期和现在的一样，等于没有调整。"
MEND = "日期写在计划年度之内，一天只写一次；节点、趋势指标没有目标值可调，把这一项删掉；时限的 date 写调整以后的日期，was 写原来的。"
BAD = """\
adjustments:
  - {date: 2025-07-01, target: 28.5, reason: 增加李庄连接线, document: 青政办〔2024〕12号}"""
GOOD = """\
adjustments:
  - {date: 2024-07-01, target: 28.5, reason: 增加李庄连接线, document: 青政办〔2024〕12号}"""


def check(context: Context) -> Iterator[Said]:
    """Adjustments: one a day, within the plan's time; of what can be adjusted, and to something else."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        label = context.indicator(indicator.id)
        if indicator.adjustments and indicator.kind in ("trend", "milestone"):
            at = indicator.mapping.key("adjustments")
            message = f"{KIND_WORDS[indicator.kind]}没有目标值可调，{label}却写了目标调整"
            yield Said(context.plan_file, at, message, "删掉 adjustments 这一行；情况有变的写在 note 里")
            continue
        yield from _days(context, label, "目标", indicator.adjustments)
        for adjustment in indicator.adjustments:
            if indicator.kind == "coverage" and adjustment.target > 100:
                yield Said(
                    context.plan_file,
                    adjustment.mapping.value("target"),
                    f"{label}的新目标写的是{adjustment.target}，覆盖率不会超过100%",
                    "写百分数，不带百分号，最大100；例如95%就写95",
                )
    for deadline in context.plan.plan.deadlines if context.plan else []:
        if deadline.adjustments and not context.doubts_all(deadline.mapping):
            yield from _days(context, quoted(deadline.name, deadline.id), "时限", deadline.adjustments)
            yield from _moved(context, deadline)


def _days(
    context: Context, label: str, what: str, adjustments: Sequence[Adjustment | DeadlineAdjustment]
) -> Iterator[Said]:
    """Two on one day, or one out of the plan's time."""
    plan = context.plan
    days = {adjustment.date for adjustment in adjustments}
    earlier: set[date] = set()
    for adjustment in adjustments:
        at = adjustment.mapping.value("date")
        if adjustment.date in earlier:
            message = f"{label}在{adjustment.date}这一天有两次{what}调整"
            yield Said(context.plan_file, at, message, "核对日期；确实是同一天的，只留最后定的那一次")
        elif (
            plan
            and not context.doubts(plan.plan.mapping, "start", "year")
            and not plan.plan.start <= adjustment.date <= plan.plan.last_month.last_day
        ):
            first, last = plan.plan.start, plan.plan.last_month.last_day
            message = f"{what}调整的日期{adjustment.date}不在计划期内（{first}到{last}）"
            meant = in_year(adjustment.date, plan.plan.year)
            fits = first <= meant <= last and meant not in days
            hint = f"多半是年份写错了，请改成：{meant}" if fits else "核对日期，改成计划期内的一天"
            yield Said(context.plan_file, at, message, hint)
        earlier.add(adjustment.date)


def _moved(context: Context, deadline: Deadline) -> Iterator[Said]:
    """A deadline that was before its latest adjustment on the very day that it is on now."""
    latest = max(deadline.adjustments, key=lambda adjustment: adjustment.date)
    if latest.was == deadline.date:
        label = quoted(deadline.name, deadline.id)
        yield Said(
            context.plan_file,
            latest.mapping.value("was"),
            f"{label}的时限调整，原定的和现在的都是{deadline.date}",
            "核对这两个日期：date 写现在的，was 写原来的",
        )
