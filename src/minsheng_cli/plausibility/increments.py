"""The month's increment typed where the cumulative figure belongs, while the numbers still rise."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from minsheng_cli.finding import Misfit
from minsheng_cli.plausibility.trail import Told, Trail, Usual, typed
from minsheng_cli.plausibility.values import SMALL

SLUMP = (1, 2)
"""Spring Festival (春节) falls in one of these months: work rests, and a small increment means nothing."""
WINTER = 3
"""A plan's first months, in which works have hardly begun: what a first report then says may be one month's work."""
FEW = 30
"""Fewer come as they come, and tell nothing."""
ALIKE = 3
"""So many numbers in a row that look like single months' are asked about as a row."""


def increments_typed(trail: Trail) -> Iterator[Misfit]:
    """Asked once: of the whole row where all numbers look like increments, else of the single one."""
    if not trail.target:
        return
    row = _row(trail)
    if row:
        values = [each.value for each in row]
        yield trail.ask(
            "increment-for-cumulative",
            row[-1],
            row="、".join(map(typed, values)),
            mend=typed(sum(values, Fraction(0))),
        )
        return
    if trail.start:
        return  # figures include an opening, and look like no increment
    usual, most = Usual.at_start(trail), trail.target * Fraction(11, 10)
    for index, told in enumerate(trail.told):
        later = trail.told[index + 1] if index + 1 < len(trail.told) else None
        if not told.explained and _fits_as_increment(trail, usual, told, later, most):
            whole = usual.level + told.value
            yield trail.ask("increment-for-cumulative", told, before=typed(usual.level), mend=typed(whole))
        usual.add(told)


def _row(trail: Trail) -> list[Told]:
    """The numbers from the first on, where they are about as large as each other, rise, and get nowhere."""
    row: list[Told] = []
    for told in trail.told:
        if told.explained or (row and not (row[-1].value < told.value <= row[0].value * 2)):
            break
        row.append(told)
    if len(row) < ALIKE or len(row) < len(trail.told) or row[0].value < SMALL or trail.start:
        return []
    if any(later.month - each.month != 1 for each, later in pairwise(row)):
        return []
    total, due = sum((each.value for each in row), Fraction(0)), trail.line(row[-1].month)
    small = all(later.value - each.value <= row[0].value / 3 for each, later in pairwise(row))
    fits = row[-1].value * 2 < due and due / 2 <= total <= trail.target * Fraction(6, 5)
    return row if small and fits else []


def _fits_as_increment(trail: Trail, usual: Usual, told: Told, later: Told | None, most: Fraction) -> bool:
    """Whether the number is usual as a month's increment, and next to nothing as a cumulative figure (`most`, at most)."""
    if not usual.increments or usual.gap(told.month) != 1 or told.value < FEW or not usual.level:
        return False
    if told.value <= usual.level or usual.level + told.value > most:
        return False
    if later is not None and (later.month - told.month != 1 or later.explained):
        return False
    return any(_as_usual(trail, usual, told, later, step) for step in _steps(trail, usual))


def _steps(trail: Trail, usual: Usual) -> list[Fraction]:
    """What a month may usually bring: the largest may have been a campaign's, and what came in winter one month's."""
    steps = [usual.second or usual.largest, usual.largest]
    winter = usual.increments == 1 and usual.month - trail.first < WINTER
    return [*steps, usual.level] if winter else steps


def _as_usual(trail: Trail, usual: Usual, told: Told, later: Told | None, step: Fraction) -> bool:
    """Whether the number is about as much as a usual month's `step`, and so would be what the next one adds."""
    rise = told.value - usual.level
    if not step / 2 <= told.value <= 2 * step:
        return False
    if usual.moved and _keeps_pace(trail, usual, told):
        return True
    if rise > step / 3:
        return False
    if later is None:
        return usual.moved and rise <= step / 8 and told.month.number not in SLUMP
    next_month = later.value - (usual.level + told.value)
    return step / 2 <= next_month <= step * Fraction(3, 2)


def _keeps_pace(trail: Trail, usual: Usual, told: Told) -> bool:
    """Whether the numbers, on schedule until now, are so again if this one is added and far behind if it is not."""
    before, now = trail.step_before(usual.month + 1), trail.step_before(told.month + 1)
    if not before or now <= before:
        return False
    on_schedule = before * Fraction(9, 10) <= usual.level <= before * Fraction(6, 5)
    whole = usual.level + told.value
    return (
        on_schedule
        and now * Fraction(19, 20) <= whole <= now * Fraction(11, 10)
        and told.value <= now * Fraction(13, 20)
    )
