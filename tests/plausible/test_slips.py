"""Of each class of slips at least this share is asked about, or refused, at the right figure."""

from __future__ import annotations

import pytest

from tests.plausible.measure import slips
from tests.plausible.slips import SLIPS

TRIED = 30
MINIMUM: dict[str, int] = {
    "times-10": 85,
    "times-10-trend": 85,
    "times-100": 90,
    "tenth": 95,
    "first-tenth": 0,
    "in-wan": 90,
    "not-in-wan": 95,
    "increment": 0,
    "increment-later": 0,
    "doubled-digit": 55,
    "exact-target": 25,
    "stale": 75,
    "straight-line": 80,
    "run-together": 90,
    "date": 85,
    "year": 90,
    "dotted-date": 15,
    "neighbour": 60,
    "eligible-times-10": 85,
}
"""Percent caught of each class. The zeros look like ordinary figures when they are typed; an increment shows later, if at all."""


def test_each_class_has_its_minimum() -> None:
    assert MINIMUM.keys() == SLIPS.keys()


@pytest.mark.parametrize("name", sorted(SLIPS))
def test_slips_are_asked_about(name: str) -> None:
    found = slips(name, TRIED)
    assert found.tried >= TRIED // 2, "the corpus has too few figures for such a slip"
    assert found.share >= MINIMUM[name], "\n".join(found.missed)
