"""Where the plan names the sites, their number is the target."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "点位数与目标不符"
WHY = (
    "计划点了名的，一个点位算一个。点位数和目标对不上，不是漏写了点位，就是目标写错了，到年底怎么报都不对数。"
)
MEND = "照计划原文数一遍，漏了点位就补上，目标写错了就改目标。"
BAD = """\
name: 老旧小区
kind: quantity
target: 4
unit: 个
items: {fuxing: 复兴小区, guangming: 光明小区, dongguan: 东关小区}"""
GOOD = """\
name: 老旧小区
kind: quantity
target: 3
unit: 个
items: {fuxing: 复兴小区, guangming: 光明小区, dongguan: 东关小区}"""


def check(context: Context) -> Iterator[Said]:
    """Named items against the target."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if (
            isinstance(indicator, Quantity)
            and indicator.items is not None
            and len(indicator.items) != indicator.target
        ):
            message = f"{context.indicator(indicator.id)}点名的点位有{len(indicator.items)}个，目标却是{indicator.target}"
            yield Said(
                context.plan_file,
                indicator.mapping.value("target"),
                message,
                f"照计划核对：items（点位）漏写了的，补上；target（目标值）写错了的，改成：{len(indicator.items)}",
            )
