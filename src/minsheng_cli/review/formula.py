"""Exact sums that can be shown: a text of numbers and signs, and what it comes to.

A term is made from numbers and other terms; whatever it comes to, its text says, with brackets where they are
needed, so that whoever works it out by hand gets the same.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from minsheng_cli.numbers import exact, written

_ALONE, _PRODUCT, _SUM = range(3)
_MOST_DIGITS = 12
"""Digits behind the point of a number that is written out; any other is a quotient."""


class Term(NamedTuple):
    """A sum and its value; `rank` says how tightly its text holds together."""

    text: str
    value: Fraction
    rank: int = _ALONE

    def plus(self, other: Term) -> Term:
        """`a + b`."""
        return Term(f"{self.text} + {other.text}", self.value + other.value, _SUM)

    def minus(self, other: Term) -> Term:
        """`a − b`."""
        return Term(f"{self.text} − {other._held(_PRODUCT)}", self.value - other.value, _SUM)

    def times(self, other: Term) -> Term:
        """`a × b`."""
        text = f"{self._held(_PRODUCT)} × {other._held(_ALONE)}"
        return Term(text, self.value * other.value, _PRODUCT)

    def over(self, other: Term) -> Term:
        """`a ÷ b`."""
        text = f"{self._held(_PRODUCT)} ÷ {other._held(_ALONE)}"
        return Term(text, self.value / other.value, _PRODUCT)

    def _held(self, rank: int) -> str:
        """Its text for a place where only what holds so tightly may stand without brackets."""
        return self.text if self.rank <= rank else f"({self.text})"

    @property
    def plain(self) -> bool:
        """Whether it is only a number."""
        return self.rank == _ALONE


def number(value: Fraction | Decimal | int) -> Term:
    """A number as it is written; one that never ends, as a quotient."""
    exactly = Fraction(value)
    if isinstance(value, Decimal):
        return Term(written(value), exactly)
    text = exact(exactly)
    if Fraction(text) == exactly and len(str(text).partition(".")[2]) <= _MOST_DIGITS:
        return Term(written(text), exactly)
    return Term(f"{exactly.numerator} ÷ {exactly.denominator}", exactly, _PRODUCT)


def percent(value: Decimal) -> Term:
    """A percentage as it is written: `90%`."""
    return Term(f"{written(value)}%", Fraction(value) / 100)


def total(terms: list[Term]) -> Term:
    """The sum of some terms."""
    first, *more = terms
    for each in more:
        first = first.plus(each)
    return first
