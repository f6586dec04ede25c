"""Rows of numbers that are too alike, or too round: the same again and again, exactly the target at the last moment."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from minsheng_cli.finding import Misfit
from minsheng_cli.plausibility.trail import ZERO, Told, Trail, typed
from minsheng_cli.plausibility.values import SMALL

SAME = 4
"""So many reports of the same number are asked about; a quarter's rhythm or the schools' holidays (July, August) stay below."""
SAME_STEPS = 5
"""So many equal increments in a row; fewer come about by themselves."""
LARGE = 50
"""Targets and bases below it stand still for months without anything being wrong."""
SPURT, MOVED = 2, 2
"""How many of the largest rises so far a last spurt may bring; how many rises tell what is usual.

One is enough where the first report had it, which tells of all months before."""
LEAP = Fraction(3, 10)
"""What a last month may bring of the target: lists that wait for the deadline's acceptance (验收) bring a quarter."""


def odd_runs(trail: Trail) -> Iterator[Misfit]:
    """What is odd in how the numbers follow each other; each row of them is asked about once, at its last."""
    yield from _same_figure(trail)
    if trail.target:
        yield from _same_step(trail)
        yield from _exactly_full(trail)
    elif trail.indicator.kind == "coverage":
        yield from _exactly_covered(trail)


def _same_figure(trail: Trail) -> Iterator[Misfit]:
    run: list[Told] = []
    for told in (*trail.told, None):
        if told is not None and run and _repeats(run[-1], told):
            if told.explained:
                run.clear()  # a note explains the whole row up to it
            run.append(told)
            continue
        if len(run) >= SAME and not _may_stand_still(trail, run[-1]):
            yield trail.ask("same-figure", run[-1], since=str(run[0].month), reports=str(len(run)))
        run = [] if told is None else [told]


def _repeats(before: Told, told: Told) -> bool:
    return told.value == before.value and told.entry.reading.eligible == before.entry.reading.eligible


def _may_stand_still(trail: Trail, told: Told) -> bool:
    """Whether standing still needs no question: nothing begun, all done, or few enough to wait for."""
    if told.value <= trail.start:
        return True
    if trail.target:
        target = trail.target_on(told.month)
        return told.value >= target or target < LARGE
    eligible = told.entry.reading.eligible
    if eligible is not None:
        return told.value >= eligible or eligible < LARGE
    return True  # a level that stands still is behind by its status


def _same_step(trail: Trail) -> Iterator[Misfit]:
    if len(trail.told) <= SAME_STEPS:
        return
    run: list[Told] = []
    step = months = None
    for before, told in zip((None, *trail.told), (*trail.told, None), strict=True):
        now = ahead = None
        if before is not None and told is not None:
            now, ahead = told.value - before.value, told.month - before.month
            if len(run) < 2 or (now == step and ahead == months):
                if told.explained:
                    run.clear()
                run.append(told)
                step, months = now, ahead
                continue
        if len(run) > SAME_STEPS and step is not None and step >= SMALL:
            since, steps = str(run[1].month), str(len(run) - 1)
            yield trail.ask("same-step", run[-1], since=since, steps=steps, step=typed(step))
        if told is not None:
            run = [told] if told.explained else [*run[-1:], told]
            step, months = now, ahead


def _exactly_full(trail: Trail) -> Iterator[Misfit]:
    """A jump to exactly the target in a deadline's month (按任务数上报)."""
    if trail.target < (LARGE if trail.indicator.counted else SMALL):
        return
    deadlines = {deadline.month for deadline in trail.header.deadlines}
    level, moved, largest = trail.start, 0, ZERO
    for index, told in enumerate(trail.told):
        rise = told.value - level
        gap = told.month - trail.told[index - 1].month if index else 1
        if (
            told.month in deadlines
            and not told.explained
            and (moved >= MOVED or (moved and index == 1))  # what is handed over at once is as it should be
            and rise > trail.target * LEAP
            and rise > SPURT * gap * largest
            and told.value == trail.target_on(told.month)
            and not _scheduled(trail, told, rise)
        ):
            yield trail.ask("exactly-full", told, before=typed(level), rise=typed(rise))
        if rise > 0:
            moved += 1
            months = 1 if index else max(1, told.month - trail.first + 1)
            largest = max(largest, rise / months)
        level = told.value


def _scheduled(trail: Trail, told: Told, rise: Fraction) -> bool:
    """Whether the schedule itself asks for most of that rise in this month."""
    asked = trail.step_before(told.month + 1) - trail.step_before(told.month)
    return asked >= rise * Fraction(4, 5)


def _exactly_covered(trail: Trail) -> Iterator[Misfit]:
    """A coverage that jumps to all of them in a deadline's month."""
    deadlines = {each.month for each in trail.header.deadlines}
    for before, told in pairwise(trail.told):
        now, then = told.entry.reading.eligible, before.entry.reading.eligible
        if told.explained or told.month not in deadlines or not now or not then:
            continue
        if now >= LARGE and told.value == now and before.value < Fraction(then) * Fraction(3, 4):
            yield trail.ask(
                "exactly-full",
                told,
                before=typed(before.value),
                rise=typed(told.value - before.value),
                eligible=str(then),
            )
