"""Exact numbers: text to Decimal, rationals in between, Decimals of a stated number of places out.

No figure passes through a binary float, and no Decimal arithmetic is done (its context rounds):
sums and quotients are Fractions, printed values are built digit by digit.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from minsheng_cli.patterns import pattern

PLAIN = pattern(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
MAX_DIGITS = 24
"""No figure of a county needs more; longer ones are typing accidents (or attacks on arithmetic)."""
_MAX_TEXT = 60
"""A longer text is no number with a slip in it; looking for one would take long."""

HUNDRED = Fraction(100)
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""The full-width forms of ASCII, which a Chinese input method types, and nothing else: ² and ① are no digits."""


def half_width(text: str) -> str:
    """A text with the full-width forms of ASCII as ASCII, blanks at its ends taken off."""
    return text.translate(_HALF_WIDTH).strip()


class NotPlain(NamedTuple):
    """Why a text is not a plainly written number, and the number to type where that is certain."""

    cause: str
    mend: str | None


def parse(text: str) -> Decimal | NotPlain:
    """Read a plainly written decimal number (`291`, `0.459666`, `-3`), keeping its digits exactly."""
    if PLAIN.fullmatch(text):
        if sum(map(str.isdigit, text)) > MAX_DIGITS:
            return NotPlain("too-long", None)
        return Decimal(text)
    return _why_not_plain(text)


_LEADING_ZEROS = pattern(r"-?0+([0-9]+(?:\.[0-9]+)?)")
_GROUPED = pattern(r"-?[0-9]{1,3}(?:[,，_' ][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:_[0-9]+)+")
_CLOCK = pattern(r"[0-9]+(?::[0-9]+)+")
_SCIENTIFIC = pattern(r"[-+]?[0-9]*\.?[0-9]+[eE][-+]?[0-9]+")
_BARE_POINT = pattern(r"-?(?:[0-9]+\.|\.[0-9]+)")
_RANGE = pattern(r"-?[0-9]+(?:\.[0-9]+)?\s*(?:至|到|[-~—–])+\s*[0-9]+(?:\.[0-9]+)?")
_UNIT = pattern(r"(-?[0-9]+(?:\.[0-9]+)?)\s*([^\W0-9_].*|%|‰)", re.DOTALL)
_EXTRA = pattern(r"(-?[0-9]+(?:\.[0-9]+)?)\s*[})\]>】』」]+")
_QUOTES = "\"'“”‘’「」『』《》"
_LETTERS = pattern(r"(?=.*[0-9])(?=.*[OoIl])[0-9OoIl]+(?:\.[0-9OoIl]+)?(?<![0-9.]l)|[0-9]{2,}[OoIl]")
_MULTIPLIER = pattern(r"[十百万亿]|千(?![米克瓦])")
_DATE = pattern(r"[0-9]{4}[-/年.][0-9]{1,2}(?:[-/月.][0-9]{1,2}日?|月)?")
_OTHER_BASE = pattern(r"0[xob][0-9a-fA-F_]+")
_BOOLEANS = {"yes", "no", "true", "false", "on", "off", "y", "n", "是", "否"}
_PLACEHOLDERS = {"-", "--", "—", "——", "/", "无", "暂无", "未报", "待定", "?", "？", "none", "n/a"}


def _why_not_plain(text: str) -> NotPlain:
    """Name the mistake in a text that is no plain number (most certain cause first)."""
    if len(text) > _MAX_TEXT:
        return NotPlain("text", None)
    plain = half_width(text)
    if (dressed := _dressed(text, plain)) is not None:
        return dressed
    word = text.strip().lower()
    if word in _BOOLEANS:
        return NotPlain("yes-no", None)
    if word in _PLACEHOLDERS:
        return NotPlain("placeholder", None)
    if text.startswith("+") and PLAIN.fullmatch(text[1:]):
        return NotPlain("plus-sign", text[1:])
    if found := _LEADING_ZEROS.fullmatch(text):
        return NotPlain("leading-zero", found[1])
    if _GROUPED.fullmatch(text):
        return NotPlain("grouped", re.sub(r"[^0-9.\-]", "", text))
    for cause, form in (
        ("clock", _CLOCK),
        ("scientific", _SCIENTIFIC),
        ("date", _DATE),
        ("base", _OTHER_BASE),
        ("range", _RANGE),
    ):
        if form.fullmatch(text):
            return NotPlain(cause, None)
    if _BARE_POINT.fullmatch(text):
        return NotPlain("bare-point", text.rstrip(".") if text.endswith(".") else text.replace(".", "0.", 1))
    if _LETTERS.fullmatch(plain):
        return NotPlain("letters", None)
    if found := _UNIT.fullmatch(plain):
        mend = found[1] if PLAIN.fullmatch(found[1]) and not _MULTIPLIER.match(found[2]) else None
        return NotPlain("unit", mend)
    return NotPlain("text", None)


def digits_meant(text: str) -> str:
    """The number that was meant where O stands for 0, and I or l for 1; empty where it would be none."""
    digits = half_width(text).translate(str.maketrans("OoIl", "0011"))
    return digits if PLAIN.fullmatch(digits) else ""


def _dressed(typed: str, text: str) -> NotPlain | None:
    """A plain number typed full-width (`text` is half-width), with what nobody sees in it, with quotation marks, or with a bracket behind it."""
    if text != typed and PLAIN.fullmatch(text):
        return NotPlain("blank" if typed.strip() == text else "full-width", text)
    visible = "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()
    extra = _EXTRA.fullmatch(text)
    for cause, number in (
        ("invisible", visible),
        ("quotes", text.strip(_QUOTES).strip()),
        ("extra", extra[1] if extra else text),
    ):
        if number != text and PLAIN.fullmatch(number):
            return NotPlain(cause, number)
    return None


def places(number: Decimal) -> int:
    """Digits after the decimal point as typed (26.50 has two)."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def half_up(value: Fraction, digits: int) -> Decimal:
    """`value` at `digits` places, ties away from zero, trailing zeros kept."""
    scaled = abs(value) * 10**digits
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return _assemble(-whole if value < 0 else whole, digits)


def derived(value: Fraction, target_places: int) -> Decimal:
    """A derived figure as printed: half up to two places, or to the target's, no trailing zeros."""
    return trimmed(half_up(value, max(2, target_places)))


def exact(value: Fraction) -> Decimal:
    """`value` as a Decimal with every digit that it has; half up at 12 places where it never ends."""
    denominator, digits = value.denominator, 0
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    if denominator != 1:
        return trimmed(half_up(value, 12))
    digits = max(twos, fives)
    return _assemble(int(value * 10**digits), digits)


def written(value: Fraction | Decimal) -> str:
    """A number as one would type it, every digit that it has, never with an exponent (exact() where it never ends)."""
    return format(exact(value) if isinstance(value, Fraction) else value, "f")


def percent(rate: Fraction, *, full: bool | None = None) -> Decimal:
    """A rate as a percentage with one decimal, half up, which never reads 100.0 early.

    `full` says for a mean whether all that it counts are at their full target; without it the rate
    itself must have reached 1 (docs/rules.md: 99.96% reads 99.9).
    """
    printed = half_up(rate * 100, 1)
    reached = rate >= 1 if full is None else full and rate >= 1
    if printed >= 100 and not reached:
        return Decimal("99.9")
    return printed


def difference(rate: Fraction) -> Decimal:
    """A difference of two rates in percentage points with one decimal, half up."""
    printed = half_up(rate * 100, 1)
    return Decimal("99.9") if printed >= 100 and rate < 1 else printed


def trimmed(number: Decimal) -> Decimal:
    """The same number without trailing zeros after its point (24.00 becomes 24)."""
    text = format(number, "f")  # str() gives a small number an exponent, whose zeros are not to be taken off
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return Decimal("0" if text in ("-0", "") else text)


def _assemble(scaled: int, digits: int) -> Decimal:
    """Build scaled / 10**digits from its text, outside any rounding context."""
    sign, text = ("-" if scaled < 0 else ""), str(abs(scaled)).rjust(digits + 1, "0")
    return Decimal(f"{sign}{text[:-digits]}.{text[-digits:]}" if digits else f"{sign}{text}")
