"""Normal years stay silent: every warning M430 to M449 on one of them is a false alarm."""

from __future__ import annotations

import pytest

from tests.plausible.check import asked, told
from tests.plausible.years import county

COUNTIES = 60
MORE = 1500
GROUP = 12
ASKED_ONCE = [1319, 1560, 2018, 2193, 2289]
"""Years that were asked about by mistake: a list that waited for the deadline's acceptance (验收)."""


def alarms(seeds: range) -> list[str]:
    """Everything found (months left out aside) in the normal years of these seeds, with the series."""
    return [
        f"seed {seed}: {told(year, finding, place)}"
        for seed in seeds
        for year in [county(seed)]
        for finding, place in asked(year)
    ]


@pytest.mark.parametrize("first", range(0, COUNTIES, GROUP))
def test_nobody_is_asked_about_a_normal_year(first: int) -> None:
    found = alarms(range(first, first + GROUP))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("seed", ASKED_ONCE)
def test_nobody_is_asked_again(seed: int) -> None:
    found = alarms(range(seed, seed + 1))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("month", [3, 6, 9, 10])
def test_nobody_is_asked_while_a_normal_year_goes_on(month: int) -> None:
    for seed in range(200, 208):
        year = county(seed).until(month)
        found = [told(year, finding, place) for finding, place in asked(year)]
        assert not found, f"seed {seed}\n" + "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("first", range(1000, 1000 + MORE, 100))
def test_nobody_is_asked_about_many_normal_years(first: int) -> None:
    found = alarms(range(first, first + 100))
    assert not found, "\n".join(found)
