"""A target changes on a day, with a document; two changes on one day contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "目标调整不对"


def check(context: Context) -> Iterator[Said]:
    """Adjustments: one a day, within the plan's time, not of a trend or a milestone."""
    plan = context.plan
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if indicator.adjustments and indicator.kind in ("trend", "milestone"):
            at = indicator.mapping.key("adjustments")
            yield Said(context.plan_file, at, "这类指标没有可以调整的目标值", "删掉 adjustments 这一项")
            continue
        for index, adjustment in enumerate(indicator.adjustments):
            at = adjustment.mapping.value("date")
            if any(other.date == adjustment.date for other in indicator.adjustments[:index]):
                yield Said(
                    context.plan_file, at, f"{adjustment.date}这一天有两次目标调整", "核对日期，一天只留一次"
                )
            elif (
                plan
                and not context.doubts(plan.plan.mapping, "start", "year")
                and not plan.plan.start <= adjustment.date <= plan.plan.last_month.last_day
            ):
                message = f"目标调整的日期{adjustment.date}不在计划年度之内"
                yield Said(
                    context.plan_file,
                    at,
                    message,
                    f"核对年份，应在{plan.plan.start}到{plan.plan.last_month.last_day}之间",
                )
            if indicator.kind == "coverage" and adjustment.target > 100:
                at = adjustment.mapping.value("target")
                yield Said(
                    context.plan_file,
                    at,
                    f"覆盖率的目标{adjustment.target}超过了100%",
                    "写0到100之间的百分数",
                )
