"""Runs of made-up figures: one figure for months, or the target by twelve each month."""

from __future__ import annotations

from random import Random

from tests.plausible.ledger import County, Figure, Place, Row, plain
from tests.plausible.slip import Slip


def _run(county: County, row: Row, months: list[int], levels: list[int], shown: int, ask: str) -> Slip:
    """A run of made-up figures; any of them from the `shown`th on may be asked about."""
    found = county.until(months[-1])
    department = next(each for each, own in found.rows() if own.id == row.id)
    for month, level in zip(months, levels, strict=True):
        found.row(row.id).figures[month] = Figure(plain(level, row.places))
    return Slip(found, [Place(department.id, month, row.id) for month in months[shown:]], ask)


def _moving(county: County) -> list[Row]:
    """Services that move every month, with a year of reports."""
    shapes = ("steady", "jobs", "festival", "eased")
    rows = [
        row
        for _, row in county.rows()
        if row.kind == "quantity" and row.shape in shapes and row.target >= 100
    ]
    return [row for row in rows if len(row.figures) >= 8]


def stale(rng: Random, county: County) -> Slip | None:
    """Last month's figure again and again, while the work goes on."""
    rows = _moving(county)
    if not rows:
        return None
    row = rng.choice(rows)
    months, length = list(row.figures), rng.choice([4, 5, 6])
    at = rng.randrange(1, len(months) - length + 1)
    level = row.numbers[months[at]]
    if not row.opening < level < row.target:
        return None
    return _run(county, row, months[at : at + length], [level] * length, 3, "the same figure for months")


def straight_line(rng: Random, county: County) -> Slip | None:
    """The target by twelve, every month: 433, 866, 1299."""
    rows = [row for row in _moving(county) if row.target >= 500 and not row.opening]
    if not rows:
        return None
    row = rng.choice(rows)
    step, months = row.target // 12, list(row.figures)[: rng.choice([6, 7, 8])]
    if months[-1] - months[0] != len(months) - 1:
        return None
    return _run(county, row, months, [step * month for month in months], 3, "the same step for months")
