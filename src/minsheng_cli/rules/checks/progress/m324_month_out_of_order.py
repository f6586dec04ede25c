"""Reports stand oldest first, so that the last one is the latest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "月报没有按先后排列"


def check(context: Context) -> Iterator[Said]:
    """Months of one file, in the order of the file."""
    for document, file in context.ledger.progress:
        for before, report in pairwise(file.reports):
            if report.month < before.month:
                at = report.mapping.value("month")
                yield Said(
                    document.path,
                    at,
                    f"{report.month}排在了{before.month}后面",
                    "各月按从早到晚排列；核对月份是否写错",
                )
