"""The rates of a coverage's schedule typed as shares (0.85 for 85): 0.85% would be on time from the first day on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from minsheng_cli.numbers import written
from minsheng_cli.rules.checks.progress.schedules import as_shares, file_of
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.source.nodes import MappingNode, along

SEVERITY = "error"
TITLE = "时间表的百分数写成了小数"
WHY = "覆盖率的时间表填百分数，85就是85%。写成0.85就是不到百分之一，怎么报都不会落后。"
MEND = "每一步都写成百分数，85%写成85。"
BAD = "prenatal-tests: {2024-09: 0.9, 2024-12: 1}"
GOOD = "prenatal-tests: {2024-09: 90, 2024-12: 100}"


def check(context: Context) -> Iterator[Said]:
    """Schedules of coverages in which most steps are no more than 1."""
    for name, series in context.figures.series.items():
        if not as_shares(context, series):
            continue
        steps = [f"{step.month}: {written(_percent(step.level))}" for step in series.steps]
        first = next(step for step in series.steps if step.level)
        typed, meant = written(first.level * 100), written(_percent(first.level))
        path = file_of(context, series.responsibility.department)
        message = f"{context.indicator(name)}的时间表写的是{typed}，也就是{typed}%，像是把{meant}%写成了小数"
        hint = f"把整个花括号写成 {{{', '.join(steps)}}}"
        if not _in_braces(context, path, name):
            hint = f"每一步都写百分数，{typed}写成{meant}"
        yield Said(path, series.steps[0].at, message, hint)


def _percent(level: Fraction) -> Fraction:
    """The percentage that was meant by a step."""
    return level * (10_000 if level <= Fraction(1, 100) else 100)


def _in_braces(context: Context, path: str, name: str) -> bool:
    """Whether the steps stand in braces."""
    root = next(document.root for document, _ in context.ledger.progress if document.path == path)
    holder = list(along(root, ("schedule", name)))[-1]
    return isinstance(holder, MappingNode) and holder.flow
