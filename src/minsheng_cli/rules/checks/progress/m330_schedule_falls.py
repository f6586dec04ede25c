"""A schedule is cumulative: what is due by a later month is never less."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minsheng_cli.rules.checks.progress.schedules import file_of
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "时间表不能往下降"


def check(context: Context) -> Iterator[Said]:
    """Steps of a schedule in the order of months."""
    for series in context.figures.series.values():
        for before, step in pairwise(series.steps):
            if step.level < before.level:
                name = series.responsibility.indicator.id
                message = f"{context.indicator(name)}的时间表到{step.month}反而比{before.month}少"
                yield Said(
                    file_of(context, series.responsibility.department),
                    step.at,
                    message,
                    "时间表写累计数，后面的月份不能比前面少",
                )
