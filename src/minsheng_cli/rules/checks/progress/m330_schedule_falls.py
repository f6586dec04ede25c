"""A schedule is cumulative: what is due by a later month is never less."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minsheng_cli.rules.checks.progress.schedules import file_of, said
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "时间表不能往下降"
WHY = "时间表写的是到那个月底一共要做到多少，只会越来越多。后面比前面少，多半是填成了当月要做的数。"
MEND = "改成从年初起的累计数；节点指标按先后写节点。"
BAD = """\
schedule:
  checkups: {2024-06: 5000, 2024-09: 4600, 2024-12: 12000}"""
GOOD = """\
schedule:
  checkups: {2024-06: 5000, 2024-09: 9600, 2024-12: 12000}"""


def check(context: Context) -> Iterator[Said]:
    """Steps of a schedule in the order of months."""
    for series in context.figures.series.values():
        if context.stages_doubted(series.responsibility.indicator):
            continue
        for before, step in pairwise(series.steps):
            if step.level < before.level:
                indicator = series.responsibility.indicator
                message = f"{context.indicator(indicator.id)}的时间表到{before.month}是{said(indicator, before.level)}，到{step.month}反而是{said(indicator, step.level)}"
                yield Said(
                    file_of(context, series.responsibility.department),
                    step.at,
                    message,
                    "节点按先后往下写，后面的月份不能退回去"
                    if indicator.kind == "milestone"
                    else "写从年初起的累计数，不是当月要做的数，后面的月份不能比前面少",
                )
