"""应查尽查 needs to know of how many; without the base the rate stays open and the project with it."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "warning"
TITLE = "底数未报"


def check(context: Context) -> Iterator[Said]:
    """Coverages reported without `eligible`."""
    for name, series in context.figures.series.items():
        if series.responsibility.indicator.kind != "coverage":
            continue
        for entry in series.entries:
            if entry.reading.eligible is None:
                unit = series.responsibility.indicator.unit
                message = (
                    f"{context.indicator(name)}没有报底数（符合条件的{unit}数），覆盖率算不出来，按未报处理"
                )
                yield Said(
                    entry.file,
                    entry.at,
                    message,
                    f"补上 eligible，写成 {{done: {entry.reading.done}, eligible: …}}",
                )
