"""A report dated before its month begins cannot know what was done in it."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "报送日期早于当月"


def check(context: Context) -> Iterator[Said]:
    """`reported_on` against the month reported."""
    for document, file in context.ledger.progress:
        for report in file.reports:
            if report.reported_on < report.month.first_day and not context.outside_plan(report.month):
                at = report.mapping.value("reported_on")
                message = f"{report.month}的月报，报送日期却是{report.reported_on}，当月还没有开始"
                yield Said(document.path, at, message, "核对报送日期和月份，改正写错的那个")
