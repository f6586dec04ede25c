"""The mistakes that people really make in one figure of a normal year, and where the keeper should be asked.

A slip is seen when it has just been typed: the ledger ends with its month. Most slips leave no note, so the
figure has none.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.plausible.ledger import County, Place, plain
from tests.plausible.runs import stale, straight_line
from tests.plausible.slip import Slip, largest_step, pick, spots, typed

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


def _factor(factor: int, ask: str, *kinds: str) -> Slips:
    def slip(rng: Random, county: County) -> Slip | None:
        spot = pick(rng, [each for each in spots(county, *kinds) if each.true > 0])
        if spot is None:
            return None
        return typed(
            county,
            spot,
            plain(spot.true * factor, spot.row.places),
            f"{ask}: {plain(spot.true, spot.row.places)}",
        )

    return slip


def tenth(rng: Random, county: County) -> Slip | None:
    """A zero lost: mostly a fall, which is an error already."""
    fitting = [each for each in spots(county) if each.true >= 10 and each.true % 10 == 0 and each.before]
    spot = pick(rng, fitting)
    return spot and typed(county, spot, plain(spot.true // 10, spot.row.places), "a zero lost")


def first_tenth(rng: Random, county: County) -> Slip | None:
    """A zero lost in the first report; it shows when the second is in."""
    fitting = [each for each in spots(county) if each.true >= 10 and each.before is None]
    spot = pick(rng, fitting)
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
    spot = pick(rng, fitting)
    return spot and typed(county, spot, str(spot.true // 10000), "typed in 万")


def not_in_wan(rng: Random, county: County) -> Slip | None:
    """In single ones where 万 belong: 7.2万 typed as 72000."""
    fitting = [each for each in spots(county) if each.row.unit.startswith("万") and not each.row.scaled]
    spot = pick(rng, [each for each in fitting if each.true > 0])
    return spot and typed(county, spot, plain(spot.true * 10000, spot.row.places), "not in 万")


def increment(rng: Random, county: County) -> Slip | None:
    """This month's work alone, which is still more than the year before it: early in the year only."""
    fitting = [each for each in spots(county) if each.before and each.true - each.before > each.before]
    spot = pick(rng, [each for each in fitting if each.before and each.before >= 10])
    if spot is None or spot.before is None:
        return None
    return typed(county, spot, plain(spot.true - spot.before, spot.row.places), "an increment")


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
    spot = pick(rng, [each for each in spots(county, "quantity", "trend") if each.true >= 100])
    if spot is None:
        return None
    digits = str(spot.true)
    at = rng.randrange(len(digits))
    return typed(county, spot, plain(int(digits[: at + 1] + digits[at:]), spot.row.places), "a digit twice")


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
        and 10 <= 100 * each.before // each.row.target <= 70
        and each.true < each.row.target
        and each.row.target - each.before > 3 * largest_step(each) // 2
        and "adjustments" not in each.row.keys
    ]
    spot = pick(rng, fitting)
    return spot and typed(county, spot, plain(spot.row.target, spot.row.places), "the target as the figure")


def run_together(rng: Random, county: County) -> Slip | None:
    """Last month's figure and this month's without a space, or one pasted twice."""
    spot = pick(
        rng, [each for each in spots(county) if each.row.places == 0 and each.before and each.true >= 10]
    )
    if spot is None:
        return None
    text = f"{rng.choice([spot.before, spot.true])}{spot.true}"
    return typed(county, spot, text, "digits run together")


def date_typed(rng: Random, county: County) -> Slip | None:
    """The date of the report, or its month, where the figure belongs."""
    spot = pick(
        rng, [each for each in spots(county, "quantity", "trend") if each.row.places == 0 and each.true]
    )
    if spot is None:
        return None
    day, month = rng.randint(1, 28), f"{county.year}{spot.month:02d}"
    text = rng.choice([month, f"{month}{day:02d}"])
    return None if 2 * spot.true > int(month) else typed(county, spot, text, "a date")


def year_typed(rng: Random, county: County) -> Slip | None:
    """The year where the figure belongs, in a row that is nowhere near it."""
    fitting = [
        each
        for each in spots(county)
        if each.row.places == 0 and 0 < each.true * 3 < county.year and each.row.target * 3 < county.year * 2
    ]
    spot = pick(rng, fitting)
    return spot and typed(county, spot, str(county.year), "the year")


def dotted_date(rng: Random, county: County) -> Slip | None:
    """8.31 where kilometres belong; only where it rises far more than the work does."""
    fitting = []
    for each in spots(county):
        number = (each.month * 100 + 30) * 10**each.row.places // 100
        if (
            each.row.places >= 1
            and each.before is not None
            and each.true < number
            and 5 * (each.true - each.before) < number - each.before
        ):
            fitting.append(each)
    spot = pick(rng, fitting)
    return spot and typed(county, spot, f"{spot.month}.3", "a date")


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
    return typed(county, spot, str(above), "the figure of the row above")


def eligible_tenfold(rng: Random, county: County) -> Slip | None:
    """A zero too many in the base of a coverage."""
    fitting = [each for each in spots(county, "coverage") if each.true and each.before]
    spot = pick(rng, fitting)
    if spot is None:
        return None
    eligible = f"{spot.row.figures[spot.month].eligible}0"
    return typed(county, spot, str(spot.true), "a zero too many in eligible", eligible=eligible)


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
