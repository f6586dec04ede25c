"""Exact numbers: what is typed is kept, what is printed never runs ahead of what is true."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from minsheng_cli.numbers import NotPlain, derived, exact, half_up, parse, percent, trimmed

rates = st.fractions(min_value=0, max_value=3, max_denominator=10**9)
plain = st.from_regex(r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,9})?", fullmatch=True)


@given(plain)
def test_a_plain_number_keeps_its_digits(text: str) -> None:
    assert str(parse(text)) == text or Decimal(text) == 0


@given(st.text(max_size=30))
def test_anything_else_is_refused_without_raising(text: str) -> None:
    read = parse(text)
    if isinstance(read, NotPlain):
        assert read.mend is None or isinstance(parse(read.mend), Decimal)
    else:
        assert Fraction(read) == Fraction(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**9), max_value=10**9))
def test_exact_is_the_identity_on_decimals(value: Decimal) -> None:
    assert exact(Fraction(value)) == value


@given(rates)
def test_a_percentage_is_half_up_and_never_early(rate: Fraction) -> None:
    printed = percent(rate)
    if rate < 1:
        assert printed < 100
    if printed != Decimal("99.9"):
        assert abs(Fraction(printed) - rate * 100) <= Fraction(1, 20)
    assert printed.as_tuple().exponent == -1


@given(rates)
def test_a_mean_reads_a_hundred_only_when_all_that_it_counts_are_full(rate: Fraction) -> None:
    assert percent(min(rate, Fraction(1)), full=False) < 100
    assert (percent(rate, full=True) >= 100) == (rate >= 1)


@given(st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**6), st.integers(0, 8))
def test_half_up_is_nearest_with_ties_away_from_zero(value: Fraction, digits: int) -> None:
    printed = Fraction(half_up(value, digits))
    step = Fraction(1, 10**digits)
    assert abs(printed - value) <= step / 2
    if abs(printed - value) == step / 2:
        assert abs(printed) > abs(value)
    assert half_up(-value, digits) == -half_up(value, digits)


@given(st.fractions(min_value=0, max_value=10**6, max_denominator=10**6), st.integers(0, 6))
def test_what_is_derived_has_no_trailing_zeros_and_two_places_at_least(value: Fraction, places: int) -> None:
    printed = derived(value, places)
    assert printed == trimmed(printed)
    assert abs(Fraction(printed) - value) <= Fraction(1, 2 * 10 ** max(2, places))


def test_trailing_zeros_of_a_small_number_are_none_of_its_exponent() -> None:
    assert [str(trimmed(Decimal(text))) for text in ("0.00000000010", "0.0000000001")] == ["1E-10", "1E-10"]
