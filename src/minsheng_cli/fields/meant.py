"""The number that was meant by a text that is no plain number: a unit converted, Chinese numerals, a remark beside it.

Only what follows from the text is told. Units are converted by powers of ten and nothing else, on the text of
the number, so no digit is lost; what may have been meant otherwise is told as a guess, for asking.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from minsheng_cli.numbers import half_width, parse, places, written
from minsheng_cli.patterns import pattern

_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_WITH_UNIT = pattern(rf"({_NUMBER})\s*([^\W0-9_].*)", re.DOTALL)
_WITH_REMARK = pattern(rf"({_NUMBER})\s*([^\W0-9_()]*)\s*\(([^(){{}}\[\],:#]+)\)")
_ABOUT = pattern(
    rf"(?:约|大约|近|将近|约计)?\s*({_NUMBER})\s*(?:余|多)?([^\W0-9_]*?)\s*(?:左右|上下|以上|余|多|\+)?"
)
_TRAILING = pattern(rf"({_NUMBER})\s*[,.;、。!]")
_WITH_STOP = pattern(r"(.*[^\W0-9_])\s*[,.;。!]")
_BEHIND_SIGN = pattern(
    rf"({_NUMBER})\s*([^\W0-9_()]*?)\s*(?://+|#+|;|--+|—+|,(?=\s*[^\s0-9]))\s*([^(){{}}\[\],:#]+)"
)
_APART = pattern(r"([0-9]+)\s+\.\s*([0-9]+)|([0-9]+)\s*\.\s+([0-9]+)")
_POINT = pattern(r"([0-9]+)[。·・,，、]([0-9]+)")
_SUM = pattern(rf"{_NUMBER}(?:\s*\+\s*{_NUMBER})+")
_SHARE = pattern(rf"({_NUMBER})\s*([^\W0-9_]*)\s*[/、,，]\s*({_NUMBER})\s*\2")
_SCIENTIFIC = pattern(r"([0-9]+)(?:\.([0-9]+))?[eE]\+?([0-9]{1,2})")

_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8}
_MEASURES = {
    **dict.fromkeys(("米", "m"), ("米", 0)),
    **dict.fromkeys(("公里", "千米", "km"), ("米", 3)),
    **dict.fromkeys(("平方米", "平米", "平方", "m2"), ("平方米", 0)),
    "公顷": ("平方米", 4),
    "元": ("元", 0),
    **dict.fromkeys(("公斤", "千克", "kg"), ("公斤", 0)),
    **dict.fromkeys(("吨", "t"), ("公斤", 3)),
}
"""Units of which one is a power of ten of the other: what they measure, and the power."""


MOST = 60
"""No number with its unit and a remark is longer (in characters)."""


class Meant(NamedTuple):
    """What was meant: the number to type, and what else was said of it."""

    number: str
    sure: bool
    remark: str = ""


def meant(text: str, unit: str, *, whole: bool) -> Meant | None:
    """The number that a text means where figures are in `unit`; None where nobody can tell."""
    plain = half_width(text[: MOST + 1])
    found = _meant(plain, unit) if len(text) <= MOST else None
    if found is None:
        return None
    number = parse(found.number)
    if not isinstance(number, Decimal) or number < 0 or (whole and places(number)):
        return None
    return found


def _meant(text: str, unit: str) -> Meant | None:
    if found := _WITH_REMARK.fullmatch(text):
        number = converted(found[1], found[2], unit) if found[2] else found[1]
        return Meant(number, True, found[3].strip()) if number else None
    if found := _WITH_STOP.fullmatch(text):
        text = found[1]
    if found := _BEHIND_SIGN.fullmatch(text):
        number = converted(found[1], found[2], unit) if found[2] else found[1]
        return Meant(number, True, found[3].strip()) if number else None
    if found := _APART.fullmatch(text):
        return Meant(f"{found[1] or found[3]}.{found[2] or found[4]}", True)
    if found := _TRAILING.fullmatch(text):
        return Meant(found[1], True)
    if (found := _WITH_UNIT.fullmatch(text)) and (number := converted(found[1], found[2], unit)):
        return Meant(number, True)
    if (found := _ABOUT.fullmatch(text)) and not parse_plain(text):
        number = converted(found[1], found[2], unit) if found[2] else found[1]
        return Meant(number, False, "约数") if number else None
    if _SUM.fullmatch(text):
        return Meant(written(sum((Fraction(part) for part in text.split("+")), Fraction(0))), False)
    if "/" in text and (found := _SHARE.fullmatch(text)):
        return Meant(found[1], False)
    if found := _POINT.fullmatch(text):
        return Meant(f"{int(found[1])}.{found[2]}", "·" in text or "・" in text or "。" in text)
    if found := _SCIENTIFIC.fullmatch(text):
        digits = f"{found[1]}.{found[2]}" if found[2] else found[1]
        return Meant(written(Fraction(digits) * 10 ** int(found[3])), False)
    bare = text.removesuffix(unit) if unit and text != unit else text
    number = chinese(bare)
    return Meant(number, True) if number else None


def parse_plain(text: str) -> bool:
    """Whether a text is a plain number already."""
    return isinstance(parse(text), Decimal)


def converted(number: str, typed: str, unit: str) -> str | None:
    """`number` of the unit as typed, in `unit`; None where the one is no power of ten of the other."""
    given, wanted = _measure(typed.strip()), _measure(unit)
    if typed.strip() == unit:
        return number
    if given[0] not in ("", wanted[0]) or not isinstance(parse(number), Decimal):
        return None
    return written(Fraction(number) * Fraction(10) ** (given[1] - wanted[1]))


def _measure(unit: str) -> tuple[str, int]:
    """What a unit measures, and how many tens it multiplies: 万元 is (元, 4), 万 alone is of nothing."""
    if unit in _MEASURES:
        return _MEASURES[unit]
    for word, power in sorted(_POWERS.items(), key=lambda pair: -len(pair[0])):
        if unit.startswith(word):
            measured, more = _measure(unit.removeprefix(word))
            return measured, power + more
    return unit, 0


_DIGITS = {
    sign: digit
    for digit, signs in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for sign in signs
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_CHINESE = pattern(
    r"(?:[一二两三四五六七八九]千)?(?:零?[一二两三四五六七八九]百)?(?:零?[一二两三四五六七八九]?十)?(?:零?[一二两三四五六七八九])?"
)


def chinese(text: str) -> str | None:
    """A number up to 9999万9999 in Chinese numerals, written out in full; None for anything else."""
    if len(text) > MOST:
        return None
    high, ten_thousand, low = text.rpartition("万")
    if ten_thousand:
        first = chinese(high)
        rest = "0" if not low else chinese(low) if low[0] == "零" or "千" in low else None
        return None if first is None or rest is None else str(int(first) * 10_000 + int(rest))
    if text in ("零", "〇"):
        return "0"
    body = text.removeprefix("零")
    if not body or not _CHINESE.fullmatch(body):
        return None
    if re.search(r"[千百](?!零)[一二两三四五六七八九]$", body):  # 二百三 is 230 and 二百零三 is 203
        return None
    total, digit = 0, 0
    for sign in body:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return str(total + digit)


def share(text: str) -> tuple[str, str] | None:
    """The two numbers of `301/316`, `301、316`, `301人/316人`."""
    found = _SHARE.fullmatch(half_width(text)) if len(text) <= MOST else None
    if found is None or not parse_plain(found[1]) or not parse_plain(found[3]):
        return None
    return found[1], found[3]
