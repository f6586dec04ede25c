"""Deadlines are what the whole ledger is judged against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from minsheng_cli.rules.context import Context, Said, in_year

SEVERITY = "error"
TITLE = "时限设置不对"
WHY = "“滞后”“逾期”都是对着时限说的。时限的日期写错，全县每个项目的状态都跟着错。"
MEND = "至少写一个时限，最多20个；日期写在起始日期之后，两个时限不要在同一天。"
BAD = """\
- id: september
  name: 基本完成
  date: 2024-12-31"""
GOOD = """\
- id: september
  name: 基本完成
  date: 2024-09-30"""

MOST = 20
"""Deadlines of a plan; every indicator is judged against each of them."""


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
            "计划里一个时限都没有，判断不了是快是慢",
            f"至少写一个，例如 deadlines: [{{id: december, name: 全面完成, date: {header.year}-12-31, percent: 100}}]",
        )
    if len(header.deadlines) > MOST:
        at = header.deadlines[MOST].mapping.at
        message = f"计划里有{len(header.deadlines)}个时限，超过了{MOST}个，算不过来"
        yield Said(context.plan_file, at, message, "只留计划原文里的时限，多出来的删掉")
    days = Counter(deadline.date for deadline in header.deadlines)
    earlier: set[date] = set()
    for deadline in header.deadlines:
        at = deadline.mapping.value("date")
        if deadline.date < header.start:
            message = f"时限{deadline.date}早于计划起始日期{header.start}"
            meant = in_year(deadline.date, header.start.year)
            fits = header.start <= meant and meant not in days
            hint = f"多半是年份写错了，请改成：{meant}" if fits else "核对日期，改成起始日期之后的一天"
            yield Said(context.plan_file, at, message, hint)
        elif deadline.date in earlier:
            yield Said(
                context.plan_file,
                at,
                f"有两个时限都在{deadline.date}",
                "核对日期，改正写错的一个；本来就是同一天的，只留一个时限",
            )
        earlier.add(deadline.date)
