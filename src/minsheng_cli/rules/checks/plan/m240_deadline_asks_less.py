"""Work that is done stays done: a later deadline that asks for less than an earlier one asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minsheng_cli.rules.context import Context, Said

SEVERITY = "warning"
TITLE = "后面的时限要求反而低"
WHY = "百分比是到那一天为止一共要完成多少，越往后越多。后面的比前面的低，多半是少写了一个0，照着算，没办完也算达标。"
MEND = "对照计划原文核对两个时限的百分比，改正写错的一个。"
BAD = """\
date: 2024-12-31
percent: 10"""
GOOD = """\
date: 2024-12-31
percent: 100"""


def check(context: Context) -> Iterator[Said]:
    """The percents of deadlines, by date."""
    plan = context.plan
    if plan is None or context.doubts(plan.plan.mapping, "deadlines"):
        return
    for before, deadline in pairwise(plan.plan.in_order):
        if deadline.percent < before.percent:
            message = (
                f"到{before.date}要求完成{before.percent}%，到{deadline.date}反而只要求{deadline.percent}%"
            )
            check_both = "对照计划原文核对这两个百分比，哪个写错了改哪个"
            more = 10 * deadline.percent
            hint = (
                f"是不是少写了一个0？如是，改成 {more}；{check_both}"
                if before.percent <= more <= 100
                else check_both
            )
            yield Said(context.plan_file, deadline.mapping.value("percent"), message, hint)
