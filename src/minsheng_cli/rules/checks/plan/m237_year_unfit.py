"""The year of the plan and the day on which it starts are typed by hand, often from last year."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "warning"
TITLE = "年度与起始日期不一致"
WHY = "新一年的计划常常拿去年的文件来改，容易漏改年份。起始日期早了一年，应完成数就多算出一年的，项目无缘无故都成了滞后。"
MEND = "核对年度和起始日期，起始日期一般是当年1月1日。"
BAD = """\
year: 2024
lead: reform
source: 青禾县2024年民生实事实施方案
start: 2022-01-01"""
GOOD = """\
year: 2024
lead: reform
source: 青禾县2024年民生实事实施方案
start: 2024-01-01"""


def check(context: Context) -> Iterator[Said]:
    """The plan's year against its start."""
    plan = context.plan
    if plan is None or context.doubts(plan.plan.mapping, "year", "start"):
        return
    if plan.plan.start.year != plan.plan.year:
        at = plan.plan.mapping.value("start")
        message = f"计划年度是{plan.plan.year}年，起始日期却在{plan.plan.start.year}年"
        yield Said(
            context.plan_file,
            at,
            message,
            f"核对年度和起始日期；年度没有错的，起始日期一般改成：{plan.plan.year}-01-01",
        )
