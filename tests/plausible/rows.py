"""One indicator's normal year: its target, its shape, and what happens to it on the way."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from tests.plausible.catalogue import COVERED, LEVELS, SITES, STAGES, Thing
from tests.plausible.ledger import Deadline, Figure, Row, plain
from tests.plausible.shapes import (
    SHAPES,
    Levels,
    by_quarter,
    caught_up,
    late,
    screening,
    spread,
    steady,
    terms,
)

ADJUSTED = ["两个村整体搬迁", "上级追加任务", "土地未获批", "与实有人数核对"]


class Frame(NamedTuple):
    """What all of a county's indicators share."""

    year: int
    deadlines: list[Deadline]
    months: list[int]
    """Months that the department reports."""
    by_quarter: bool = False
    adjust: bool = True


def size(rng: Random, low: int, high: int) -> int:
    """A target between two sizes, every order of magnitude alike, mostly a round number."""
    octaves = [low]
    while octaves[-1] * 2 <= high:
        octaves.append(octaves[-1] * 2)
    base = rng.choice(octaves)
    found = rng.randint(base, min(base * 2, high))
    if found >= 100 and rng.randrange(4):
        step = int("1" + "0" * (len(str(found)) - 2))
        found = max(low, found // step * step)
    return found


def ending(rng: Random, thing: Thing, target: int) -> int:
    """Where the year ends, in the way of such things."""
    chance = rng.randrange(100)
    if thing.end == "low":
        return target * rng.choice([108, 126, 139, 156, 208, 309, 566]) // 100
    if target <= 20:
        return target + (chance < 20) - (chance > 92 and target > 2)
    if thing.end == "list":
        return (
            target
            if chance < 75
            else target * rng.randint(101, 108) // 100
            if chance < 90
            else target * rng.randint(92, 99) // 100
        )
    return (
        target
        * (
            rng.randint(98, 125)
            if chance < 88
            else rng.randint(90, 98)
            if chance < 96
            else rng.randint(126, 170)
        )
        // 100
    )


def quantity(rng: Random, thing: Thing, name: str, frame: Frame) -> Row:
    """A number to reach."""
    target = size(rng, thing.low, thing.high)
    if thing.scale:
        target = max(100, target // 100 * 100)
    shape = rng.choice(thing.shapes.split())
    by = rng.choice([each.month for each in frame.deadlines if each.month >= 9] or [12])
    row = Row(name, thing.name, "quantity", thing.unit, shape, places=thing.places, scaled=bool(thing.scale))
    if frame.adjust and target > 20 and not rng.randrange(16):
        row.target = target * rng.randint(80, 125) // 100
        row.keys = _adjusted(rng, frame, _planned(row.target, thing))
    else:
        row.target = target
    levels = SHAPES[shape](rng, ending(rng, thing, row.target), by)
    if thing.slug in (
        "windows",
        "packages",
        "nursery-places",
        "care-beds",
        "stations",
        "kiosks",
    ) and rng.randrange(2):
        row.opening = max(1, target * rng.randint(10, 150) // 100)
        row.keys = f", opening: {row.opening}"
        target += row.opening
        row.target = target
        levels = [level + row.opening for level in levels]
    scale = f", report_unit: {thing.scale}, scale: 10000" if thing.scale else ""
    least = ", at_least: true" if thing.end == "count" and not rng.randrange(3) else ""
    row.keys = f", target: {_planned(target, thing)}{scale}{least}{row.keys}"
    levels = _happened(rng, row, levels, frame)
    _fill(row, levels, frame.months)
    if rng.randrange(3) == 0:
        row.schedule = _schedule(rng, row, frame)
    return row


def _planned(target: int, thing: Thing) -> str:
    return plain(target, thing.places or (4 if thing.scale else 0))


def _adjusted(rng: Random, frame: Frame, target: str) -> str:
    reason, month = rng.choice(ADJUSTED), rng.randint(6, 9)
    document = f"政办〔{frame.year}〕{rng.randint(3, 60)}号"
    return f", adjustments: [{{date: {frame.year}-{month:02d}-01, target: {target}, reason: {reason}, document: {document}}}]"


def _happened(rng: Random, row: Row, levels: Levels, frame: Frame) -> Levels:
    """The accidents of a year: late villages, round figures, recounts, and figures that look like dates."""
    slow = row.shape not in ("late", "two-steps", "screening", "campaign", "early", "planned")
    if slow and row.target > 20:
        if frame.by_quarter:
            levels = by_quarter(levels)
        elif not rng.randrange(8):
            levels = caught_up(rng, levels)
        if row.unit in ("亩", "万元", "株") and rng.randrange(2):
            step = max(1, row.target // 200)
            levels = [*(level // step * step for level in levels[:-1]), levels[-1]]
        if not rng.randrange(20):
            month = rng.randint(4, 10)
            less = levels[month] - levels[month - 1] + levels[month] * rng.randint(1, 6) // 100
            if levels[month] - less > row.opening:
                levels = [level - less if each >= month else level for each, level in enumerate(levels)]
    if row.places == 0 and rng.randrange(2):
        levels = _like_dates(levels, frame.year)
    return levels


def _like_dates(levels: Levels, year: int) -> Levels:
    """Where a year's number, a month's, or one number twice lies on the way anyway, it is once the figure."""
    found = list(levels)
    for month in range(1, 11):
        level, step = levels[month], levels[month] - levels[month - 1]
        twice = level // 101 * 101 if 1000 <= level < 10_000 else level // 1001 * 1001
        for number in (year, year - 1, year * 100 + month + 1, twice):
            fits = levels[month - 1] < number < levels[month + 1] and level < levels[month + 1]
            if level >= 1000 and fits and 3 * abs(number - level) < step:
                found[month] = number
                return found
    return found


def _fill(row: Row, levels: Sequence[int], months: Sequence[int]) -> None:
    before = row.opening
    for month in months:
        level = levels[month - 1]
        figure = Figure(plain(level, row.places))
        if level < before:
            figure.revision = "与台账核对后核减重复统计"
        row.figures[month], before = figure, level


def _schedule(rng: Random, row: Row, frame: Frame) -> dict[int, str]:
    """A 时间表 that promises the whole by the first deadline, with a step or two before."""
    end, steps = frame.deadlines[0].month, {}
    if row.shape not in ("late", "two-steps") and row.target > 4 and end > 6:
        early = row.opening + (row.target - row.opening) * rng.randint(20, 60) // 100
        steps[rng.randint(4, end - 2)] = plain(early, row.places)
    # an adjusted target may be lower or higher than the plan's: such rows keep no schedule
    return {} if "adjustments" in row.keys else {**steps, end: plain(row.target, row.places)}


def part(rng: Random, whole: Row, name: str) -> Row | None:
    """A 其中 of a works: some share of each month's work."""
    before = after = 0
    levels: dict[int, int] = {}
    for month, level in whole.numbers.items():
        after += max(0, level - before) * rng.choice([0, 20, 35, 50, 80]) // 100
        before = level
        levels[month] = after = min(after, level)
    if not 0 < after <= whole.target or any(figure.revision for figure in whole.figures.values()):
        return None
    goal = plain(after, whole.places)
    keys = f", target: {goal}, part_of: {whole.id}"
    row = Row(name, f"其中重点{whole.name}", "quantity", whole.unit, "part", keys, after, whole.places)
    row.figures = {month: Figure(plain(level, whole.places)) for month, level in levels.items()}
    return row


def total(rng: Random, of: Row, name: str) -> Row:
    """What there is now: a base and the new ones; counted itself at the year's end, if ever."""
    base = rng.randint(3, 400)
    keys = f", target: {base + of.target}, of: [{of.id}], baseline: {base}, weight: 0"
    row = Row(name, f"{of.name}总量", "total", of.unit, "total", keys, base + of.target)
    months = list(of.figures)
    if rng.randrange(2):
        row.figures = {month: Figure(str(base + of.numbers[month])) for month in months[-1:]}
    return row


def items(rng: Random, name: str, frame: Frame) -> Row:
    """Sites that the plan names."""
    sites = rng.sample(SITES, rng.randint(2, 5))
    named = ", ".join(f"site-{number}: {site}" for number, site in enumerate(sites))
    row = Row(name, "重点片区改造", "quantity", "个", "items", f", target: {len(sites)}, items: {{{named}}}")
    done = {number: rng.randint(6, 13) for number in range(len(sites))}
    for month in frame.months:
        there = ", ".join(f"site-{number}" for number, at in done.items() if at <= month)
        row.figures[month] = Figure(f"[{there}]")
    return row


def milestone(rng: Random, name: str, building: str, frame: Frame) -> Row:
    """One building, seen in stages; months in one stage are what building looks like."""
    stages = rng.choice(STAGES)
    names = ["未启动", *(each.partition(":")[0].strip() for each in stages[1:-1].split(","))]
    months = sorted(rng.sample(range(2, 13), len(names) - 1))
    row = Row(name, building, "milestone", "", "milestone", f", stages: {stages}")
    for month in frame.months:
        row.figures[month] = Figure(names[sum(at <= month for at in months)])
    return row


def trend(rng: Random, name: str, frame: Frame) -> Row:
    """A level that rises, with dips."""
    _, label, unit, low, high, growth = rng.choice(LEVELS)
    places = 1 if unit == "%" else 0
    level = size(rng, low, high) * 10**places
    base = "baseline_from: first report" if rng.randrange(2) else f"baseline: {plain(level, places)}"
    row = Row(name, label, "trend", unit, "trend", f", {base}, direction: up", places=places)
    for month in range(1, 13):
        level += level * rng.randint(-growth // 4, growth) // 1000
        if month in frame.months:
            row.figures[month] = Figure(plain(min(level, 1000) if places else level, places))
    return row


def coverage(rng: Random, name: str, frame: Frame) -> Row:
    """Done of those who are eligible; the base moves in its own way."""
    _, label, unit, low, high, how = rng.choice(COVERED)
    there = size(rng, low, high)
    keys = rng.choice(["", "", ", target_percent: 95"])
    row = Row(name, label, "coverage", unit, f"coverage-{how}", keys)
    rates = sorted(rng.randint(78, 100) for _ in range(12))
    if how == "fixed":
        eligible = [there] * 8 + [there + there * rng.randint(0, 3) // 100] * 4
        begun = there * rng.randint(20, 60) // 100
        done = [
            begun + level for level in spread(rng, there - begun, [0, 0, 4, 9, 12, 14, 10, 12, 9, 6, 4, 2])
        ]
    elif how in ("growing", "following"):
        eligible = steady(rng, there, 12) if how == "growing" else terms(rng, there, 12)
        done = [of * rate // 100 for of, rate in zip(eligible, rates, strict=True)]
    elif how == "campaign":
        done = screening(rng, there * rng.randint(93, 100) // 100, 12)
        begun = next(month for month, level in enumerate(done) if level)
        eligible = [0 if month < begun else there + there * rng.randint(0, 2) // 100 for month in range(12)]
    else:
        eligible = (
            late(rng, there, 9)
            if how != "full"
            else [there + month * rng.randint(0, 1) for month in range(12)]
        )
        if how == "paid-by-term":
            spring = there * rng.randint(40, 55) // 100
            eligible = [0 if month < 3 else spring if month < 9 else there for month in range(1, 13)]
        eligible = sorted(eligible)
        done = eligible
    for month in frame.months:
        of = max(eligible[month - 1], done[month - 1])
        row.figures[month] = Figure(str(done[month - 1]), str(of))
    return row
