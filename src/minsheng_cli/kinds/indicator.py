"""What all kinds of indicator share: common keys, units, targets in force, and the hooks of the rules.

A kind answers for its own arithmetic (docs/rules.md); status/ joins the answers.
All values are exact Fractions in the indicator's unit, a milestone's and a coverage's are shares of 1.
"""

import datetime
from abc import ABC, abstractmethod
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, ClassVar

from minsheng_cli.fields.placed import Bare, Placed
from minsheng_cli.fields.scalars import DayField, Flag, Id, Line, NotNegative, Percent, Positive
from minsheng_cli.kinds.figure import Figure, Reading, Unfit, likely, read_count
from minsheng_cli.numbers import parse, places

MEASURES = frozenset(["公里", "千米", "米", "平方米", "平米", "亩", "公顷", "吨", "元", "分", "%"])
ONE = Fraction(1)
ZERO = Fraction(0)


class Requirement(Placed):
    """What an indicator owes a deadline where that is more or less than the rest (percent of the target)."""

    percent: Percent
    basis: Line | None = None


class Adjustment(Placed):
    """A target changed with authority; from `date` on, `target` (in the indicator's unit) is in force."""

    date: DayField
    target: Positive
    reason: Line
    document: Line


class Indicator(Placed, ABC):
    """One measurable part of a promise; the base of every kind."""

    id: Id
    name: Line
    kind: str
    unit: Line | None = None
    department: Id | None = None
    part_of: Id | None = None
    weight: NotNegative = Decimal(1)
    required: Annotated[dict[Id, Requirement], Bare] = {}
    adjustments: list[Adjustment] = []
    inferred: list[Line] = []
    decimals: Flag | None = None
    note: Line | None = None

    cumulative: ClassVar[bool] = True
    """Once reached it counts as met, has a pace and a forecast (quantity, total, milestone)."""
    counts: ClassVar[bool] = False
    """Has a gap and a pace needed in units (quantity, total)."""
    rated: ClassVar[bool] = True
    """Counts in means."""
    derived: ClassVar[bool] = False
    """Needs no report of its own."""
    parts: ClassVar[tuple[str, ...]] = ("done",)
    """The keys of a figure that carry its value, in the order in which people say them."""

    @property
    def plan_target(self) -> Decimal | None:
        """The plan's own target in `unit` (a coverage's in percent); None for a trend."""
        return None

    def target_on(self, day: datetime.date) -> Decimal | None:
        """The target in force on `day`: the plan's, or that of the latest adjustment up to then."""
        due = [adjustment for adjustment in self.adjustments if adjustment.date <= day]
        return max(due, key=lambda adjustment: adjustment.date).target if due else self.plan_target

    def full(self, day: datetime.date) -> Fraction:
        """`T` on `day` as the rules count it (a milestone's is 1, a coverage's a share)."""
        target = self.target_on(day)
        return ONE if target is None else Fraction(target)

    @property
    def start(self) -> Fraction:
        """`b`: the opening or baseline, else 0."""
        return ZERO

    @property
    def reported_unit(self) -> str:
        """The unit that figures and schedules are typed in."""
        return self.unit or ""

    @property
    def scaling(self) -> Fraction:
        """How many reported units make one unit of the target."""
        return ONE

    @cached_property
    def counted(self) -> bool:
        """Whether figures must be whole numbers: a counted unit, and no target with a decimal point."""
        targets = [self.plan_target, *(adjustment.target for adjustment in self.adjustments)]
        return self.counted_on_target(*targets)

    def counted_on(self, day: datetime.date) -> bool:
        """Whether only whole numbers can be asked for under the target in force on `day`."""
        return self.counted_on_target(self.target_on(day))

    def counted_on_target(self, *targets: Decimal | None) -> bool:
        """Whether the reported unit goes in whole numbers under these targets (docs/rules.md)."""
        if self.decimals is not None:
            return not self.decimals
        unit = self.reported_unit
        if unit.startswith(("万", "亿")) or unit in MEASURES:
            return False
        return self.scaling != ONE or not any(target is not None and places(target) for target in targets)

    @cached_property
    def reportable(self) -> Fraction | None:
        """What a figure in the reported unit will hardly exceed: twice the highest target."""
        targets = (self.plan_target, *(adjustment.target for adjustment in self.adjustments))
        known = [Fraction(target) for target in targets if target is not None]
        return 2 * max(known) * self.scaling if known else None

    @abstractmethod
    def read(self, figure: Figure) -> Reading | list[Unfit]:
        """What a reported figure says, or everything that is wrong with it."""

    @abstractmethod
    def read_step(self, text: str) -> Fraction | Unfit:
        """One step of a schedule as a level."""

    @abstractmethod
    def level(self, reading: Reading) -> Fraction | None:
        """`f` of one reading; None where it cannot be told (底数未报) or there is none (暂无对象)."""

    def done(self, reading: Reading) -> Fraction:
        """What has been done, in the indicator's unit, for printing and increments."""
        if reading.done is None:
            return ZERO
        number, scaling = Fraction(reading.done), self.scaling
        return number if scaling is ONE else number / scaling

    def floor(self, value: Fraction, day: datetime.date) -> Fraction:
        """The highest level that can be reported under the target of `day` and is not above `value`."""
        if not self.counted_on(day):
            return value
        return Fraction(value * self.scaling // 1) / self.scaling

    def ceiling(self, value: Fraction, day: datetime.date) -> Fraction:
        """The lowest level that can be reported under the target of `day` and is not below `value`."""
        return -self.floor(-value, day)


def read_one_number(indicator: Indicator, figure: Figure) -> Reading | list[Unfit]:
    """A figure that is one number, short (`units: 230`) or long (`{done: 230}`)."""
    unfit = unexpected_parts(figure, {"done"})
    value = figure.short if figure.done is None else figure.done
    part = "" if figure.done is None else "done"
    if value is None:
        return unfit or [Unfit("no-value", about={"wanted": "done"})]
    if isinstance(value, list):
        only = value[0] if len(value) == 1 and isinstance(parse(value[0]), Decimal) else ""
        about = {"unit": indicator.reported_unit, "only": only}
        if not only and not part:
            about |= likely("，".join(value), indicator.reported_unit, whole=indicator.counted, short=True)
        return [*unfit, Unfit("list-not-number", part, about=about)]
    number = read_count(
        value,
        part,
        whole=indicator.counted,
        unit=indicator.reported_unit,
        limit=indicator.reportable,
        short=not part,
    )
    if isinstance(number, Unfit):
        return [*unfit, number]
    return unfit or Reading(done=number)


def read_number_step(indicator: Indicator, text: str) -> Fraction | Unfit:
    """A step of a schedule that is one cumulative number in the reported unit."""
    number = read_count(
        text, "", whole=indicator.counted, unit=indicator.reported_unit, limit=indicator.reportable
    )
    if isinstance(number, Unfit):
        return replace(number, about={**number.about, "part": "step"})
    return Fraction(number) / indicator.scaling


def unexpected_parts(figure: Figure, allowed: set[str]) -> list[Unfit]:
    """Keys of the long form that this kind has no use for."""
    return [
        Unfit(
            "key-of-another-kind",
            part,
            about={
                "part": part,
                "allowed": "、".join(sorted(allowed)),
                "given": "、".join(figure.parts & allowed),
            },
        )
        for part in sorted(figure.parts - allowed)
    ]
