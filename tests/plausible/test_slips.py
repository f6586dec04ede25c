"""Of each class of slips at least this share is asked about, or refused, at the right figure."""

from __future__ import annotations

import pytest

from tests.plausible.measure import slips
from tests.plausible.slips import SLIPS

TRIED = 30
MINIMUM: dict[str, int] = {
    "times-10": 0,
    "times-10-trend": 0,
    "times-100": 0,
    "tenth": 0,
    "first-tenth": 0,
    "in-wan": 0,
    "not-in-wan": 0,
    "increment": 0,
    "increment-later": 0,
    "doubled-digit": 0,
    "exact-target": 0,
    "stale": 0,
    "straight-line": 0,
    "run-together": 0,
    "date": 0,
    "year": 0,
    "dotted-date": 0,
    "neighbour": 0,
    "eligible-times-10": 0,
}
"""Percent caught of each class; raised as the rules are written."""


def test_each_class_has_its_minimum() -> None:
    assert MINIMUM.keys() == SLIPS.keys()


@pytest.mark.parametrize("name", sorted(SLIPS))
def test_slips_are_asked_about(name: str) -> None:
    found = slips(name, TRIED)
    assert found.tried >= TRIED // 2, "the corpus has too few figures for such a slip"
    assert found.share >= MINIMUM[name], "\n".join(found.missed)
