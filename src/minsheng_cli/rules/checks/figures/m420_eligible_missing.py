"""应查尽查 needs to know of how many; without the base the rate stays open and the project with it."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "warning"
TITLE = "底数未报"
WHY = "“应查尽查”要知道一共该查多少人。只报查了多少，覆盖率算不出来，这个指标连同整个项目都只能记“未报”。"
MEND = "补上 eligible，写到当月为止符合条件的总数；一个符合条件的都没有，写0。"
BAD = "prenatal-tests: {done: 301}"
GOOD = "prenatal-tests: {done: 301, eligible: 316}"


def check(context: Context) -> Iterator[Said]:
    """Coverages reported without `eligible`."""
    for name, series in context.figures.series.items():
        if series.responsibility.indicator.kind != "coverage":
            continue
        for entry in series.entries:
            if entry.reading.eligible is None:
                unit = series.responsibility.indicator.unit
                message = f"{context.indicator(name)}{entry.month}没有报底数（符合条件的{unit}数），覆盖率算不出来，只能记未报"
                yield Said(
                    entry.file,
                    entry.at,
                    message,
                    "在花括号里补上 eligible: …，写到当月为止符合条件的总数",
                )
