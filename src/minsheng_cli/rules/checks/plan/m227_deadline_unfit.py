"""Deadlines are what the whole ledger is judged against."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "时限设置不对"


def check(context: Context) -> Iterator[Said]:
    """At least one deadline, none before the start, no two on one day."""
    plan = context.plan
    if plan is None:
        return
    header = plan.plan
    if context.doubts(header.mapping, "start"):
        return
    if not header.deadlines and not context.doubts(header.mapping, "deadlines"):
        yield Said(
            context.plan_file,
            header.mapping.key("deadlines"),
            "计划没有时限，进度无从判断",
            "在 deadlines 下至少写一个时限",
        )
    for index, deadline in enumerate(header.deadlines):
        at = deadline.mapping.value("date")
        if deadline.date < header.start:
            message = f"时限{deadline.date}早于计划起始日期{header.start}"
            yield Said(context.plan_file, at, message, "核对年份，改成起始日期之后的一天")
        elif any(other.date == deadline.date for other in header.deadlines[:index]):
            yield Said(context.plan_file, at, f"有两个时限都在{deadline.date}", "核对日期，或合并成一个时限")
