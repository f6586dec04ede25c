"""The mistakes that people really make in one figure of a normal year, and where the keeper should be asked.

A slip is seen when it has just been typed: the ledger ends with its month. Most slips leave no note, so the
figure has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import NamedTuple

from tests.plausible.ledger import County, Department, Figure, Place, Row, plain


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


Slips = Callable[[Random, County], Slip | None]
COUNTED = (
    "人",
    "户",
    "套",
    "座",
    "处",
    "家",
    "场",
    "种",
    "人次",
    "张",
    "个",
    "件",
    "批次",
    "名",
    "间",
    "部",
    "台",
    "辆",
    "次",
)


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


def _typed(county: County, spot: Spot, text: str, ask: str, **others: str) -> Slip:
    """The ledger of that month with the figure typed so."""
    found = county.until(spot.month)
    row = found.row(spot.row.id)
    row.figures[spot.month] = replace(row.figures[spot.month], done=text, **others)
    return Slip(found, [Place(spot.department.id, spot.month, spot.row.id)], ask)


def _pick(rng: Random, fitting: list[Spot]) -> Spot | None:
    return rng.choice(fitting) if fitting else None


def _factor(factor: int, ask: str, *kinds: str) -> Slips:
    def slip(rng: Random, county: County) -> Slip | None:
        spot = _pick(rng, [each for each in spots(county, *kinds) if each.true > 0])
        if spot is None:
            return None
        return _typed(
            county,
            spot,
            plain(spot.true * factor, spot.row.places),
            f"{ask}: {plain(spot.true, spot.row.places)}",
        )

    return slip


def tenth(rng: Random, county: County) -> Slip | None:
    """A zero lost: mostly a fall, which is an error already."""
    fitting = [each for each in spots(county) if each.true >= 10 and each.true % 10 == 0 and each.before]
    spot = _pick(rng, fitting)
    return spot and _typed(county, spot, plain(spot.true // 10, spot.row.places), "a zero lost")


def first_tenth(rng: Random, county: County) -> Slip | None:
    """A zero lost in the first report; it shows when the second is in."""
    fitting = [each for each in spots(county) if each.true >= 10 and each.before is None]
    spot = _pick(rng, fitting)
    if spot is None or len(spot.row.figures) < 2:
        return None
    after = list(spot.row.figures)[1]
    found = county.until(after)
    found.row(spot.row.id).figures[spot.month].done = plain(spot.true // 10, spot.row.places)
    places = [Place(spot.department.id, month, spot.row.id) for month in (spot.month, after)]
    return Slip(found, places, "a zero lost in the first report, or one too many in the second")


def in_wan(rng: Random, county: County) -> Slip | None:
    """In 万 where single ones belong: 23455 becomes 2 (2.35 would be a fraction of a person, an error already)."""
    fitting = [
        each
        for each in spots(county)
        if each.row.places == 0 and each.true >= 10000 and each.row.unit in (*COUNTED, "万人")
    ]
    spot = _pick(rng, fitting)
    return spot and _typed(county, spot, str(spot.true // 10000), "typed in 万")


def not_in_wan(rng: Random, county: County) -> Slip | None:
    """In single ones where 万 belong: 7.2万 typed as 72000."""
    fitting = [each for each in spots(county) if each.row.unit.startswith("万") and not each.row.scaled]
    spot = _pick(rng, [each for each in fitting if each.true > 0])
    return spot and _typed(county, spot, plain(spot.true * 10000, spot.row.places), "not in 万")


def increment(rng: Random, county: County) -> Slip | None:
    """This month's work alone, which is still more than the year before it: early in the year only."""
    fitting = [each for each in spots(county) if each.before and each.true - each.before > each.before]
    spot = _pick(rng, [each for each in fitting if each.before and each.before >= 10])
    if spot is None or spot.before is None:
        return None
    return _typed(county, spot, plain(spot.true - spot.before, spot.row.places), "an increment")


def increment_later(rng: Random, county: County) -> Slip | None:
    """The same, seen when the next report is in and the sum has leapt to where it belongs."""
    found = increment(rng, county)
    if found is None:
        return None
    place = found.places[0]
    later = [month for month in county.row(place.indicator).figures if month > place.month]
    if not later:
        return None
    ledger = county.until(later[0])
    ledger.row(place.indicator).figures[place.month] = found.county.row(place.indicator).figures[place.month]
    return Slip(ledger, [place, place._replace(month=later[0])], found.ask)


def doubled_digit(rng: Random, county: County) -> Slip | None:
    """A key that stuck: 1263 becomes 12263."""
    spot = _pick(rng, [each for each in spots(county, "quantity", "trend") if each.true >= 100])
    if spot is None:
        return None
    digits = str(spot.true)
    at = rng.randrange(len(digits))
    return _typed(county, spot, plain(int(digits[: at + 1] + digits[at:]), spot.row.places), "a digit twice")


def exact_target(rng: Random, county: County) -> Slip | None:
    """按任务数上报: in a deadline's month exactly the target, though the work is far from it."""
    due = {each.month for each in county.deadlines if each.month >= 9}
    fitting = [
        each
        for each in spots(county)
        if each.month in due
        and each.row.target >= 200
        and each.before
        and each.before > each.row.opening
        and 10 <= 100 * each.before // each.row.target <= 75
        and each.true < each.row.target
        and "adjustments" not in each.row.keys
    ]
    spot = _pick(rng, fitting)
    return spot and _typed(county, spot, plain(spot.row.target, spot.row.places), "the target as the figure")


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


def run_together(rng: Random, county: County) -> Slip | None:
    """Last month's figure and this month's without a space, or one pasted twice."""
    spot = _pick(
        rng, [each for each in spots(county) if each.row.places == 0 and each.before and each.true >= 10]
    )
    if spot is None:
        return None
    text = f"{rng.choice([spot.before, spot.true])}{spot.true}"
    return _typed(county, spot, text, "digits run together")


def date_typed(rng: Random, county: County) -> Slip | None:
    """The date of the report, or its month, where the figure belongs."""
    spot = _pick(
        rng, [each for each in spots(county, "quantity", "trend") if each.row.places == 0 and each.true]
    )
    if spot is None:
        return None
    day, month = rng.randint(1, 28), f"{county.year}{spot.month:02d}"
    text = rng.choice([month, f"{month}{day:02d}"])
    return None if 2 * spot.true > int(month) else _typed(county, spot, text, "a date")


def year_typed(rng: Random, county: County) -> Slip | None:
    """The year where the figure belongs, in a row that is nowhere near it."""
    fitting = [
        each
        for each in spots(county)
        if each.row.places == 0 and 0 < each.true * 3 < county.year and each.row.target * 3 < county.year * 2
    ]
    spot = _pick(rng, fitting)
    return spot and _typed(county, spot, str(county.year), "the year")


def dotted_date(rng: Random, county: County) -> Slip | None:
    """8.31 where kilometres belong; only where it rises far more than the work does."""
    fitting = []
    for each in spots(county):
        typed = (each.month * 100 + 30) * 10**each.row.places // 100
        if (
            each.row.places >= 1
            and each.before is not None
            and each.true < typed
            and 5 * (each.true - each.before) < typed - each.before
        ):
            fitting.append(each)
    spot = _pick(rng, fitting)
    return spot and _typed(county, spot, f"{spot.month}.3", "a date")


def neighbour(rng: Random, county: County) -> Slip | None:
    """The figure of the row above, three times too large or more (borderline)."""
    fitting = []
    for spot in spots(county):
        rows = [
            row
            for row in spot.department.rows
            if row.kind == "quantity" and row.shape != "items" and not row.places
        ]
        at = next((at for at, row in enumerate(rows) if row.id == spot.row.id), 0)
        above = rows[at - 1].numbers.get(spot.month, 0) if at else 0
        if spot.true > 0 and above > 3 * spot.true:
            fitting.append((spot, above))
    if not fitting:
        return None
    spot, above = rng.choice(fitting)
    return _typed(county, spot, str(above), "the figure of the row above")


def eligible_tenfold(rng: Random, county: County) -> Slip | None:
    """A zero too many in the base of a coverage."""
    fitting = [each for each in spots(county, "coverage") if each.true and each.before]
    spot = _pick(rng, fitting)
    if spot is None:
        return None
    eligible = f"{spot.row.figures[spot.month].eligible}0"
    return _typed(county, spot, str(spot.true), "a zero too many in eligible", eligible=eligible)


SLIPS: dict[str, Slips] = {
    "times-10": _factor(10, "a zero too many"),
    "times-10-trend": _factor(10, "a zero too many", "trend"),
    "times-100": _factor(100, "two zeros too many"),
    "tenth": tenth,
    "first-tenth": first_tenth,
    "in-wan": in_wan,
    "not-in-wan": not_in_wan,
    "increment": increment,
    "increment-later": increment_later,
    "doubled-digit": doubled_digit,
    "exact-target": exact_target,
    "stale": stale,
    "straight-line": straight_line,
    "run-together": run_together,
    "date": date_typed,
    "year": year_typed,
    "dotted-date": dotted_date,
    "neighbour": neighbour,
    "eligible-times-10": eligible_tenfold,
}
