"""Reports stand oldest first, so that the last one is the latest."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.month import Month
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "月报没有按先后排列"


def check(context: Context) -> Iterator[Said]:
    """Months of one file, in the order of the file; one outside the plan is said by M325."""
    for document, file in context.ledger.progress:
        latest: Month | None = None
        for report in file.reports:
            if context.outside_plan(report.month):
                continue
            if latest is not None and report.month < latest:
                message = f"{report.month}排在了{latest}后面"
                at = report.mapping.value("month")
                yield Said(document.path, at, message, "各月按从早到晚排列；核对月份是否写错")
            else:
                latest = report.month
