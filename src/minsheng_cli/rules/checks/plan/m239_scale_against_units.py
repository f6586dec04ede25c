"""1万人 is 10,000人, whatever `scale` says: where the two units settle how many make one, `scale` must agree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from minsheng_cli.fields.meant import converted
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "换算比例和单位对不上"
WHY = "部门报来的每一个数都要按换算比例折算。比例差一个0，这个指标的进度从头到尾差十倍。"
MEND = "按两个单位的关系改换算比例：1万人等于10000人，1公里等于1000米。"
BAD = """\
report_unit: 人
scale: 1000"""
GOOD = """\
report_unit: 人
scale: 10000"""


def check(context: Context) -> Iterator[Said]:
    """`scale` against what the two units say of each other."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if not isinstance(indicator, Quantity) or indicator.report_unit is None or indicator.scale is None:
            continue
        known = converted("1", indicator.unit, indicator.report_unit)
        if known is not None and indicator.scale != Decimal(known):
            message = (
                f"{context.indicator(indicator.id)}的1{indicator.unit}等于{known}{indicator.report_unit}，"
                f"换算比例却写的是{indicator.scale}"
            )
            yield Said(context.plan_file, indicator.mapping.value("scale"), message, f"改成：{known}")
