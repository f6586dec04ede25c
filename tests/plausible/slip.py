"""What a slip is, and the figures that one could happen in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import NamedTuple

from tests.plausible.ledger import County, Department, Place, Row


class Slip(NamedTuple):
    """A ledger with one mistake in it."""

    county: County
    places: list[Place]
    """Where a question is at the right place: one figure, or those of a run from the month it shows."""
    ask: str
    """What the keeper should be asked about."""


class Spot(NamedTuple):
    """One figure that a slip could happen in, with what came before it (quanta of the reported unit)."""

    department: Department
    row: Row
    month: int
    true: int
    before: int | None
    """The report before; None in the first."""


def spots(county: County, *kinds: str) -> Iterator[Spot]:
    """Every figure that is one plain number, of these kinds."""
    for department, row in county.rows():
        if row.kind in (kinds or ("quantity",)) and row.shape != "items":
            before: int | None = None
            for month, true in row.numbers.items():
                figure = row.figures[month]
                if figure.note is None and figure.revision is None:
                    yield Spot(department, row, month, true, before)
                before = true


def typed(county: County, spot: Spot, text: str, ask: str, **others: str) -> Slip:
    """The ledger of that month with the figure typed so."""
    found = county.until(spot.month)
    row = found.row(spot.row.id)
    row.figures[spot.month] = replace(row.figures[spot.month], done=text, **others)
    return Slip(found, [Place(spot.department.id, spot.month, spot.row.id)], ask)


def pick(rng: Random, fitting: list[Spot]) -> Spot | None:
    return rng.choice(fitting) if fitting else None


def largest_step(spot: Spot) -> int:
    """The most that was done between two reports before this one."""
    numbers = [number for month, number in spot.row.numbers.items() if month < spot.month]
    return max((after - before for before, after in pairwise(numbers)), default=0)
