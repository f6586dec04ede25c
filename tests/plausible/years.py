"""Whole normal years of many counties: what a sensible bureau would report, and nobody should be asked about.

A warning M430 to M449 on any of these is a false alarm. Few figures carry a note, as in life. Where normal ends
is `questionable`; what lies on the border is in borderline.py and never made here.
"""

from __future__ import annotations

from itertools import pairwise
from random import Random

from tests.plausible.catalogue import BUILDINGS, COUNTIES, THINGS
from tests.plausible.ledger import County, Deadline, Department, Row
from tests.plausible.rows import Frame, coverage, items, milestone, part, quantity, total, trend

DEADLINES = [
    [Deadline(10, 31, 90, False), Deadline(12, 31, 100, True)],
    [Deadline(12, 31, 100, True)],
    [Deadline(11, 20, 100, True)],
    [Deadline(9, 30, 80, False), Deadline(12, 31, 100, True)],
    [Deadline(10, 31, 100, True), Deadline(12, 20, 100, True)],
    [Deadline(6, 30, 50, False), Deadline(9, 30, 75, False), Deadline(12, 31, 100, True)],
]
SMALL = 20
"""Up to so many pieces everything is normal: nothing for months, then all of them by the deadline."""


def questionable(row: Row, deadlines: list[Deadline]) -> str | None:
    """Why a keeper would ask about this year, if it were typed without a note; None where it is normal.

    - the same figure in four reports running, nonzero and short of the target (an opening is not work done);
    - the same step of more than ten in five reports running;
    - in a deadline's month exactly the target, by a step of more than 30 points that is twice any before it;
    - in the first report more than two and a half times the target.
    """
    if row.kind != "quantity" or row.shape in ("items", "planned") or row.target - row.opening <= SMALL:
        return None
    numbers = list(row.numbers.values())
    if 2 * numbers[0] > 5 * row.target:
        return "far over the target in the first report"
    stuck = [number for number in numbers if row.opening < number < row.target]
    if any(len(set(stuck[at : at + 4])) == 1 for at in range(len(stuck) - 3)):
        return "the same figure in four reports"
    steps = [after - before for before, after in pairwise(numbers)]
    if any(steps[at] > 10 and len(set(steps[at : at + 5])) == 1 for at in range(len(steps) - 4)):
        return "the same step in five reports"
    due = {each.month for each in deadlines}
    before, most = None, 0
    for month, number in row.numbers.items():
        if before is not None:
            step = number - before
            far = step * 10 > 3 * row.target and step > 2 * most
            if number == row.target and month in due and before > row.opening and far:
                return "exactly the target in a deadline's month from far below"
            most = max(most, step)
        before = number
    return None


def normal(
    rng: Random, make: str, name: str, frame: Frame, things: list[int], department: tuple[str, str]
) -> Row:
    """One indicator of the kind wanted whose year nobody would ask about."""
    for _ in range(200):
        if make == "quantity":
            row = quantity(rng, THINGS[department][things[-1]], name, frame)
        elif make == "items":
            row = items(rng, name, frame)
        elif make == "milestone":
            row = milestone(rng, name, rng.choice(BUILDINGS), frame)
        elif make == "trend":
            row = trend(rng, name, frame)
        else:
            row = coverage(rng, name, frame)
        if questionable(row, frame.deadlines) is None:
            return row
    raise AssertionError(f"no normal year for {department[0]} {make} {things}")


def county(seed: int, *, departments: int | None = None, honesty: int = 8) -> County:
    """The county of this seed; `honesty` is the chance in a hundred that an unusual movement has its note."""
    rng = Random(seed)
    deadlines = rng.choice(DEADLINES)
    start = rng.choice([1, 1, 1, 3])
    found = County(rng.choice(COUNTIES), rng.randint(2019, 2027), start, deadlines, [])
    count = departments or rng.randint(3, 10)
    for bureau in rng.sample(sorted(THINGS), count):
        found.departments.append(_department(rng, bureau, found, honesty))
    return found


def _department(rng: Random, bureau: tuple[str, str], county: County, honesty: int) -> Department:
    first = max(county.start, rng.choice([1, 2, 3, 3, 3, 4]))
    months = list(range(first, 13))
    for _ in range(rng.choice([0, 0, 0, 1, 1, 2])):
        months.remove(rng.choice(months[1:]))
    frame = Frame(county.year, county.deadlines, months, by_quarter=not rng.randrange(6))
    rows: list[Row] = []
    projects: list[tuple[str, int]] = []
    things = rng.sample(range(len(THINGS[bureau])), rng.randint(1, min(5, len(THINGS[bureau]))))
    makes = ["quantity"] * len(things)
    makes += [each for each in ("coverage", "milestone", "trend", "items") if not rng.randrange(3)]
    for make in makes:
        at = len(rows)
        slug = THINGS[bureau][things[-1]].slug if make == "quantity" else make
        row = normal(rng, make, f"{bureau[0]}-{slug}-{at}", frame, things, bureau)
        rows.append(row)
        rows += _beside(rng, row, f"{bureau[0]}-more-{at}", county.deadlines)
        if make == "quantity":
            things.pop()
        projects.append((f"{row.name}工程", len(rows) - at))
    for row in rows:
        _annotate(rng, row, honesty)
        whole = any(f"part_of: {row.id}" in each.keys for each in rows)
        if not rng.randrange(40) and len(row.figures) > 4 and row is not rows[0] and not whole:
            month = rng.choice(list(row.figures)[1:-1])
            if row.figures[month].revision is None:
                del row.figures[month]
    days = {month: _reported_on(rng, county.year, month) for month in months}
    return Department(bureau[0], bureau[1], rows, projects, days)


def _beside(rng: Random, row: Row, name: str, deadlines: list[Deadline]) -> list[Row]:
    """A 其中 or a total that goes with an indicator."""
    if (
        row.kind != "quantity"
        or row.opening
        or row.scaled
        or "adjustments" in row.keys
        or row.shape == "items"
    ):
        return []
    if row.shape == "works" and row.target > SMALL and rng.randrange(2):
        for _ in range(40):
            inner = part(rng, row, name)
            if inner and questionable(inner, deadlines) is None:
                return [inner]
    if row.target <= SMALL and row.places == 0 and not rng.randrange(3):
        return [total(rng, row, name)]
    return []


def _reported_on(rng: Random, year: int, month: int) -> str:
    if rng.randrange(2):
        return f"{year}-{month:02d}-{rng.randint(25, 28)}"
    after = (year, month + 1) if month < 12 else (year + 1, 1)
    return f"{after[0]}-{after[1]:02d}-{rng.randint(1, 6):02d}"


def _annotate(rng: Random, row: Row, honesty: int) -> None:
    """A clerk explains now and then what stands still or leaps."""
    if row.kind != "quantity" or row.shape == "items":
        return
    before, step = row.opening, 0
    for month, number in row.numbers.items():
        figure = row.figures[month]
        still = number == before > row.opening
        leap = step > 0 and number - before > 3 * step
        if (still or leap) and rng.randrange(100) < honesty:
            figure.note = (
                "已完成无变化" if number >= row.target else "本月无进展" if still else "集中验收后一次计入"
            )
        before, step = number, number - before
