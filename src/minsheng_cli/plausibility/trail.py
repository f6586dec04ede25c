"""What one indicator has been told month by month, and what would be usual for it.

All values are in the unit that is reported. Nothing here judges; values.py, increments.py and runs.py do.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from minsheng_cli.finding import Misfit
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.kinds.trend import Trend
from minsheng_cli.model.plan import AnyIndicator, Header
from minsheng_cli.model.series import Entry, Series
from minsheng_cli.month import Month
from minsheng_cli.numbers import written

ZERO = Fraction(0)


class Told(NamedTuple):
    """One number of one report: what was done, or of how many (`eligible`)."""

    entry: Entry
    value: Fraction
    part: str = "done"

    @property
    def month(self) -> Month:
        """The month that the number is of."""
        return self.entry.month

    @property
    def explained(self) -> bool:
        """Whether somebody has said why the figure is as it is."""
        return self.entry.figure.note is not None or self.entry.figure.revision is not None

    @property
    def text(self) -> str:
        """The number, written plainly."""
        return typed(self.value)


@dataclass(frozen=True)
class Trail:
    """One indicator's numbers, oldest first, beside what its plan and its schedule lead one to expect."""

    indicator: AnyIndicator
    header: Header
    told: tuple[Told, ...]
    schedule: tuple[tuple[Month, Fraction], ...] = ()

    @cached_property
    def start(self) -> Fraction:
        """The opening, which figures include, or the level that a trend starts from."""
        if isinstance(self.indicator, Trend):
            return Fraction(self.indicator.baseline or 0)
        return self.indicator.start * self.indicator.scaling

    @cached_property
    def target(self) -> Fraction:
        """The highest target that was ever in force; 0 where there is none in numbers."""
        if not self.indicator.counts:
            return ZERO
        targets = (self.indicator.plan_target, *(each.target for each in self.indicator.adjustments))
        highest = max((Fraction(each) for each in targets if each is not None), default=ZERO)
        return highest * self.indicator.scaling

    @cached_property
    def fifth(self) -> Fraction:
        """A fifth of the target: a single month seldom brings more."""
        return self.target / 5

    @cached_property
    def tiny(self) -> Fraction:
        """A thousandth of the target."""
        return self.target / 1000

    def target_on(self, month: Month) -> Fraction:
        """The target in force at the end of a month."""
        return Fraction(self.indicator.target_on(month.last_day) or 0) * self.indicator.scaling

    @property
    def first(self) -> Month:
        """The month of the plan's start."""
        return self.header.first_month

    @cached_property
    def months(self) -> int:
        """How many months the plan has to its last deadline."""
        return max(1, self.header.in_order[-1].month - self.first + 1)

    @cached_property
    def even_step(self) -> Fraction:
        """What each month would bring if all came alike."""
        return max(ZERO, self.target - self.start) / self.months

    def line(self, month: Month) -> Fraction:
        """The straight line to the target."""
        return self.start + self.even_step * min(max(month - self.first + 1, 0), self.months)

    def due(self, month: Month) -> Fraction:
        """What nobody would wonder at by `month`: the straight line, or the schedule's next step if that is more."""
        return max(self.line(month), self.step_before(month + 1), self.step_after(month))

    def step_before(self, month: Month) -> Fraction:
        """The schedule's last step before a month; the opening where there is none."""
        index = bisect_left(self.schedule, (month, ZERO))
        return self.schedule[index - 1][1] if index else self.start

    def step_after(self, month: Month) -> Fraction:
        """The schedule's first step after a month; 0 where there is none."""
        index = bisect_left(self.schedule, (month + 1, ZERO))
        return self.schedule[index][1] if index < len(self.schedule) else ZERO

    def without(self, months: set[Month]) -> Trail:
        """The same without the numbers of some months."""
        return replace(self, told=tuple(each for each in self.told if each.month not in months))

    def ask(self, kind: str, told: Told, **about: str) -> Misfit:
        """Something to ask about a number, at its place."""
        common = {
            "name": self.indicator.name,
            "id": self.indicator.id,
            "month": str(told.month),
            "text": told.text,
            "unit": self.indicator.reported_unit,
            "part": told.part,
            "first": "first" if told.month == self.told[0].month else "",
            "figure": self._figure(told),
            "braces": "" if told.entry.figure.short is not None else "braces",
        }
        at = told.entry.at if told.part == "done" else told.entry.eligible_at
        return Misfit("figures", kind, told.entry.file, at, {**common, **about})

    def _figure(self, told: Told) -> str:
        """What the figure says, as in its long form, to which a note can be added."""
        reading = told.entry.reading
        parts = {"done": reading.done, "eligible": reading.eligible}
        return ", ".join(f"{name}: {written(value)}" for name, value in parts.items() if value is not None)

    def can_be(self, value: Fraction) -> bool:
        """Whether `value` could be reported: whole where the unit is counted, a few decimals at most elsewhere."""
        return value.denominator == 1 if self.indicator.counted else (value * 10**8).denominator == 1


@dataclass(slots=True)
class Usual:
    """What has been usual up to a number: where the numbers stand, and the monthly increments above 0."""

    month: Month
    level: Fraction
    last: Told | None = None
    moved: bool = True
    """Whether the last number rose."""
    increments: int = 0
    largest: Fraction = field(default=ZERO)
    second: Fraction = field(default=ZERO)

    @classmethod
    def at_start(cls, trail: Trail) -> Usual:
        """Before the first number: the month before the plan's start, and the opening."""
        return cls(Month(trail.first.ordinal - 1), trail.start)

    def gap(self, month: Month) -> int:
        """Months since the last number, or since the plan's start."""
        return max(1, month - self.month)

    def add(self, told: Told) -> None:
        """Take the next number in."""
        rise, gap = told.value - self.level, self.gap(told.month)
        self.moved = rise > 0
        if self.moved:
            step = rise if gap == 1 else rise / gap
            self.increments += 1
            if step > self.largest:
                self.second, self.largest = self.largest, step
            elif step > self.second:
                self.second = step
        self.month, self.level, self.last = told.month, told.value, told


def trail_of(series: Series, header: Header, misplaced: set[tuple[str, Month]]) -> Trail | None:
    """The trail of an indicator that is reported as a number; None for stages, named items and sums."""
    indicator = series.responsibility.indicator
    if indicator.kind == "milestone" or indicator.derived:
        return None
    if isinstance(indicator, Quantity) and indicator.items is not None:
        return None
    unscaled = indicator.scaling == 1
    placed = {
        entry.month: Told(entry, entry.done if unscaled else Fraction(entry.reading.done))
        for entry in series.entries
        if entry.reading.done is not None and (entry.file, entry.month) not in misplaced
    }
    told = tuple(placed[month] for month in sorted(placed))
    schedule = tuple((step.month, step.level * indicator.scaling) for step in series.steps)
    return Trail(indicator, header, told, schedule if indicator.counts else ())


def of_eligible(trail: Trail) -> Trail:
    """The trail of a coverage's base."""
    told = (
        Told(each.entry, Fraction(each.entry.reading.eligible), "eligible")
        for each in trail.told
        if each.entry.reading.eligible is not None
    )
    return replace(trail, told=tuple(told))


def typed(value: Fraction) -> str:
    """A number as one would type it."""
    return written(value)
