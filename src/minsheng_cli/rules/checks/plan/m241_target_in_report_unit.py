"""72000 where 7.2 (万人) belongs: every figure would count for nothing, and each of them would be blamed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.numbers import written
from minsheng_cli.rules.context import Context, Said

SEVERITY = "warning"
TITLE = "目标像是按报送单位填的"
WHY = "目标按 unit 写，月报才按 report_unit 写。目标写成了报送单位的数，就大了一万倍，部门报多少完成率都是0。"
MEND = "把目标换算成 unit 的数，12000人写成1.2万人的1.2。"
BAD = """\
name: 免费体检
kind: quantity
target: 12000
unit: 万人"""
GOOD = """\
name: 免费体检
kind: quantity
target: 1.2
unit: 万人"""

_LARGE = 10_000
"""Ten thousand times 万 of anything but money is more than a county has."""


def check(context: Context) -> Iterator[Said]:
    """Targets of indicators that are reported in a much smaller unit."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if not isinstance(indicator, Quantity) or indicator.scaling < _LARGE or indicator.unit.endswith("元"):
            continue
        target = Fraction(indicator.target)
        if target >= indicator.scaling:
            message = f"{context.indicator(indicator.id)}的目标写的是{indicator.target}{indicator.unit}，合{written(target * indicator.scaling)}{indicator.reported_unit}，大得出奇"
            mend = written(target / indicator.scaling)
            at = indicator.mapping.value("target")
            yield Said(
                context.plan_file,
                at,
                message,
                f"是不是按“{indicator.reported_unit}”填的？如是，请改成：{mend}",
            )
