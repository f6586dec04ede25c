"""A digit too many in a deadline's year, and nobody is ever late."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said, in_year

SEVERITY = "warning"
TITLE = "时限离计划年度太远"
WHY = "民生工程一年一定。时限的年份打错一个数字，进度就按多少年来算，谁也不会滞后，台账上看不出毛病。"
MEND = "对照计划原文核对时限的年份；计划确实跨几年的，在时限后面用 basis 写明依据和年份。"
BAD = """\
- id: december
  name: 全面完成
  date: 2042-12-31"""
GOOD = """\
- id: december
  name: 全面完成
  date: 2024-12-31"""


def check(context: Context) -> Iterator[Said]:
    """Each deadline's year against the plan's; what is handed over in the next one is still a yearly plan's."""
    plan = context.plan
    if plan is None or context.doubts(plan.plan.mapping, "year", "start", "deadlines"):
        return
    header = plan.plan
    taken = {deadline.date for deadline in header.deadlines}
    for deadline in header.deadlines:
        year = deadline.date.year
        if year <= max(header.year, header.start.year) + 1 or str(year) in (deadline.basis or ""):
            continue
        meant = in_year(deadline.date, header.year)
        fits = meant >= header.start and meant not in taken
        hint = f"年份写错了的，改成：{meant}" if fits else "写错了的，对照计划原文改正"
        yield Said(
            context.plan_file,
            deadline.mapping.value("date"),
            f"这是{header.year}年的计划，时限却在{year}年",
            f"计划原文就是{year}年的，在 basis 里写明依据，带上年份；{hint}",
        )
