"""The number meant by a text: exact, in the indicator's unit, and nothing where it could be two."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minsheng_cli.fields.meant import chinese, converted, meant, share
from minsheng_cli.numbers import parse

_DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """A number below ten thousand as people write it out."""
    text, gap = "", False
    for unit, power in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // power % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + unit
            gap = False
        else:
            gap = bool(text)
    return text or "零"


@given(st.integers(0, 9999), st.integers(1, 9999))
def test_chinese_numerals_are_read_as_they_are_written(low: int, high: int) -> None:
    assert chinese(in_chinese(low)) == str(low)
    zero = "零" if low < 1000 else ""
    written = f"{in_chinese(high)}万" + (zero + in_chinese(low) if low else "")
    assert chinese(written) == str(high * 10_000 + low)


@pytest.mark.parametrize(
    "text", ["二百三", "三千五", "一万五", "几十", "十几", "一百二百", "", "万", "零零", "三三"]
)
def test_what_could_be_two_numbers_is_none(text: str) -> None:
    assert chinese(text) is None


@given(
    st.decimals(min_value=0, max_value=10**9, places=4),
    st.sampled_from(
        [("米", "公里"), ("万人", "人"), ("万", "人"), ("亿元", "万元"), ("吨", "公斤"), ("公顷", "万平米")]
    ),
)
def test_converting_there_and_back_loses_nothing(number: Decimal, units: tuple[str, str]) -> None:
    there = converted(str(number), *units)
    assert there is not None
    back = converted(there, units[1], units[0])
    if units[0] != "万":
        assert back is not None
        assert Fraction(back) == Fraction(number)


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("0.3712万", "人", "3712"),
        ("4200米", "公里", "4.2"),
        ("4.2 km", "公里", "4.2"),
        ("1.2万", "万人", "1.2"),
        ("3公顷", "万平方米", "3"),
        ("２３０套", "套", "230"),
        ("300万元", "亿元", "0.03"),
        ("9。3", "公里", "9.3"),
        ("912。", "盏", "912"),
    ],
)
def test_what_is_certain(text: str, unit: str, number: str) -> None:
    found = meant(text, unit, whole=False)
    assert found is not None
    assert (found.number, found.sure, found.remark) == (number, True, "")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5亩", "公顷"),
        ("3里", "公里"),
        ("95%", "公里"),
        ("0.5万人次", "人"),
        ("正在安装", "盏"),
        ("4.2.0", "公里"),
    ],
)
def test_what_nobody_can_tell(text: str, unit: str) -> None:
    assert meant(text, unit, whole=False) is None


def test_a_counted_unit_takes_no_fraction() -> None:
    assert meant("0.37125万", "人", whole=True) is None
    assert meant("9。3", "盏", whole=True) is None


@pytest.mark.parametrize("text", ["约900", "900左右", "近900盏", "900多盏", "大约900"])
def test_what_is_about_right_is_a_guess(text: str) -> None:
    found = meant(text, "盏", whole=True)
    assert found is not None
    assert (found.number, found.sure, found.remark) == ("900", False, "约数")


@given(
    st.text(alphabet="0123456789.,，。·()（）万人约二十百零 /+eE-", max_size=12),
    st.sampled_from(["人", "公里", "万人", ""]),
)
def test_what_is_offered_is_a_plain_number(text: str, unit: str) -> None:
    found = meant(text, unit, whole=False)
    if found is not None:
        number = parse(found.number)
        assert isinstance(number, Decimal)
        assert number >= 0


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("301/316", ("301", "316")),
        ("301、316", ("301", "316")),
        ("301人/316人", ("301", "316")),
        ("301", None),
        ("95.3%", None),
    ],
)
def test_share(text: str, both: tuple[str, str] | None) -> None:
    assert share(text) == both
