"""The year of the plan and the day on which it starts are typed by hand, often from last year."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "warning"
TITLE = "年度与起始日期不一致"


def check(context: Context) -> Iterator[Said]:
    """The plan's year against its start."""
    plan = context.plan
    if plan is None or context.doubts(plan.plan.mapping, "year", "start"):
        return
    if plan.plan.start.year != plan.plan.year:
        at = plan.plan.mapping.value("start")
        message = f"计划年度是{plan.plan.year}年，起始日期却在{plan.plan.start.year}年"
        yield Said(context.plan_file, at, message, f"核对年份；一般写 start: {plan.plan.year}-01-01")
