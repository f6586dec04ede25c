"""Two reports of one month: nobody can say which one holds."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.month import Month
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "同一个月报了两次"


def check(context: Context) -> Iterator[Said]:
    """Months of one file."""
    for document, file in context.ledger.progress:
        first: dict[Month, int] = {}
        for report in file.reports:
            at = report.mapping.value("month")
            if report.month in first:
                message = f"{report.month}在第{first[report.month]}行已经报过"
                yield Said(document.path, at, message, "两份合成一份，或核对月份是否写错")
            first.setdefault(report.month, at.line)
