"""A month outside the plan is a slip of the year or the month."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said
from minsheng_cli.source.nodes import place_of

SEVERITY = "error"
TITLE = "月份不在计划期内"


def check(context: Context) -> Iterator[Said]:
    """Months of reports and schedules against the plan's time."""
    plan = context.plan
    if plan is None:
        return
    first, last = plan.plan.first_month, plan.plan.last_month
    for document, file in context.ledger.progress:
        places = [(report.month, report.mapping.value("month")) for report in file.reports]
        for name, steps in file.schedule.items():
            places += [
                (month, place_of(file.mapping, ("schedule", name, str(month)), key=True)) for month in steps
            ]
        for month, at in places:
            if context.outside_plan(month):
                yield Said(document.path, at, f"{month}不在计划期内（{first}到{last}）", "核对年份和月份")
