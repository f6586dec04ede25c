"""A target changes on a day, with a document; two changes on one day contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from minsheng_cli.rules.context import Context, Said, in_year
from minsheng_cli.terms import KIND_WORDS

SEVERITY = "error"
TITLE = "目标调整不对"
WHY = "目标调整要说清从哪天起按新目标算。日期写错了年份，新目标就用不上；同一天写了两个目标，就不知道该按哪个考核。"
MEND = "日期写在计划年度之内，一天只写一次；节点、趋势指标没有目标值可调，把这一项删掉。"
BAD = """\
adjustments:
  - {date: 2025-07-01, target: 28.5, reason: 增加李庄连接线, document: 青政办〔2024〕12号}"""
GOOD = """\
adjustments:
  - {date: 2024-07-01, target: 28.5, reason: 增加李庄连接线, document: 青政办〔2024〕12号}"""


def check(context: Context) -> Iterator[Said]:
    """Adjustments: one a day, within the plan's time, not of a trend or a milestone."""
    plan = context.plan
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if indicator.adjustments and indicator.kind in ("trend", "milestone"):
            at = indicator.mapping.key("adjustments")
            message = (
                f"{KIND_WORDS[indicator.kind]}没有目标值可调，{context.indicator(indicator.id)}却写了目标调整"
            )
            yield Said(context.plan_file, at, message, "删掉 adjustments 这一行；情况有变的写在 note 里")
            continue
        days = {adjustment.date for adjustment in indicator.adjustments}
        earlier: set[date] = set()
        for adjustment in indicator.adjustments:
            at = adjustment.mapping.value("date")
            if adjustment.date in earlier:
                message = f"{context.indicator(indicator.id)}在{adjustment.date}这一天有两次目标调整"
                yield Said(context.plan_file, at, message, "核对日期；确实是同一天的，只留最后定的那一次")
            elif (
                plan
                and not context.doubts(plan.plan.mapping, "start", "year")
                and not plan.plan.start <= adjustment.date <= plan.plan.last_month.last_day
            ):
                first, last = plan.plan.start, plan.plan.last_month.last_day
                message = f"目标调整的日期{adjustment.date}不在计划期内（{first}到{last}）"
                meant = in_year(adjustment.date, plan.plan.year)
                fits = first <= meant <= last and meant not in days
                hint = f"多半是年份写错了，请改成：{meant}" if fits else "核对日期，改成计划期内的一天"
                yield Said(context.plan_file, at, message, hint)
            earlier.add(adjustment.date)
            if indicator.kind == "coverage" and adjustment.target > 100:
                at = adjustment.mapping.value("target")
                yield Said(
                    context.plan_file,
                    at,
                    f"{context.indicator(indicator.id)}的新目标写的是{adjustment.target}，覆盖率不会超过100%",
                    "写百分数，不带百分号，最大100；例如95%就写95",
                )
