"""A month outside the plan is a slip of the year or the month."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minsheng_cli.month import Month
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.source.nodes import place_of

SEVERITY = "error"
TITLE = "月份不在计划期内"
WHY = "计划管的就是那几个月。月份落到外面，多半是年份写错了，或时间表排过了头，这些数哪个月的报表都用不上。"
MEND = "核对年份和月份；时间表排到计划期以后的，把多出来的一步删掉。"
BAD = "checkups: {2024-06: 5000, 2024-09: 9600, 2024-12: 12000, 2025-01: 12500}"
GOOD = "checkups: {2024-06: 5000, 2024-09: 9600, 2024-12: 12000}"


def check(context: Context) -> Iterator[Said]:
    """Months of reports and schedules against the plan's time."""
    plan = context.plan
    if plan is None:
        return
    first, last = plan.plan.first_month, plan.plan.last_month
    for document, file in context.ledger.progress:
        rows = [[(report.month, report.mapping.value("month")) for report in file.reports]]
        for name, steps in file.schedule.items():
            rows.append(
                [(month, place_of(file.mapping, ("schedule", name, str(month)), key=True)) for month in steps]
            )
        for row in rows:
            meant = [_meant(context, month) for month, _ in row]
            rising = all(before < after for before, after in pairwise(meant))
            for (month, at), other in zip(row, meant, strict=True):
                if context.outside_plan(month):
                    message = f"{month}不在计划期内（{first}到{last}）"
                    hint = "核对年份和月份；计划期以外的不用写，删掉这一项"
                    if rising and not context.outside_plan(other):
                        hint = f"多半是年份写错了，请改成：{other}"
                    yield Said(document.path, at, message, hint)


def _meant(context: Context, month: Month) -> Month:
    """The month itself, or the one of the plan's year where it is outside the plan."""
    if context.plan is None or not context.outside_plan(month):
        return month
    return Month.of(context.plan.plan.year, month.number)
