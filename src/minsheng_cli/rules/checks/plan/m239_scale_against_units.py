"""1万人 is 10,000人, whatever `scale` says: where the two units settle how many make one, `scale` must agree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

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

_WORDS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_SAME = {"平方米": "平米", "千米": "公里", "公斤": "千克"}
_KNOWN = {
    ("公里", "米"): 1_000,
    ("吨", "千克"): 1_000,
    ("公顷", "平米"): 10_000,
    ("亿元", "万元"): 10_000,
}


def check(context: Context) -> Iterator[Said]:
    """`scale` against what the two units say of each other."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if not isinstance(indicator, Quantity) or indicator.report_unit is None or indicator.scale is None:
            continue
        known = _units_in(indicator.unit, indicator.report_unit)
        if known is not None and indicator.scale != Decimal(known):
            message = (
                f"{context.indicator(indicator.id)}的1{indicator.unit}等于{known}{indicator.report_unit}，"
                f"换算比例却写的是{indicator.scale}"
            )
            yield Said(context.plan_file, indicator.mapping.value("scale"), message, f"改成：{known}")


def _units_in(unit: str, reported: str) -> int | None:
    """How many `reported` make one `unit`; None where the words do not tell."""
    if _plain(unit) == _plain(reported):
        return 1
    found = _KNOWN.get((_plain(unit), _plain(reported)))
    if found is None and unit[:1] in _WORDS and _plain(unit[1:]) == _plain(reported):
        found = _WORDS[unit[0]]
    return found


def _plain(unit: str) -> str:
    """One spelling for units that have several."""
    for word, same in _SAME.items():
        if unit.endswith(word):
            return unit.removesuffix(word) + same
    return unit
