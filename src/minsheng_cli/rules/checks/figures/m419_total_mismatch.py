"""A reported total may override the sum (a canteen was struck off the list), but then somebody should say why."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from minsheng_cli.kinds.total import Total
from minsheng_cli.numbers import written
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.rules.writing import long_form
from minsheng_cli.status.course import added

SEVERITY = "warning"
TITLE = "总量与组成之和不符"
WHY = "总量是基数加上各组成指标得来的。另报的数和加出来的不一样，看报表的人会问差在哪里，要有一句说明。"
MEND = "核对报的总量和各组成指标的数；确实不同的，用 note 写明原因。"
BAD = """\
new-canteens: 1
canteens: 7"""
GOOD = """\
new-canteens: 1
canteens: {done: 7, note: 含民办1个}"""


def check(context: Context) -> Iterator[Said]:
    """A total's own count against baseline plus parts, unless a note or a revision explains it."""
    known = context.courses
    for name, series in context.figures.series.items():
        total = series.responsibility.indicator
        if not isinstance(total, Total) or context.doubts_all(total.mapping):
            continue
        parts = [known[part] for part in total.of if part in known]
        unread = {
            month for part in total.of if part in known for month in context.figures.series[part].unread
        }
        for entry in series.entries:
            if entry.figure.note is not None or entry.figure.revision is not None or entry.month in unread:
                continue
            summed = total.start + sum((added(part, entry.month) for part in parts), Fraction(0))
            if total.done(entry.reading) != summed:
                message = f"{context.indicator(name)}{entry.month}报的是{written(entry.reading.done or total.start)}{total.unit}，基数加上各组成指标却是{written(summed)}{total.unit}"
                yield Said(
                    entry.file,
                    entry.at,
                    message,
                    f"先核对这个数和各组成指标的数；都没有错的，{long_form(entry, note='不同的原因')}",
                )
