"""total 总量指标: a baseline and other indicators added up; a reported count may override it."""

from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

from minsheng_cli.fields.scalars import Id, Line, NotNegative, Positive
from minsheng_cli.kinds.figure import Figure, Reading, Unfit
from minsheng_cli.kinds.indicator import Indicator, read_number_step, read_one_number


class Total(Indicator):
    """Complete when baseline + parts >= target (canteens reach 10, 3 of them new)."""

    kind: Literal["total"]
    unit: Line
    target: Positive
    of: list[Id]
    baseline: NotNegative = Decimal(0)

    counts: ClassVar[bool] = True
    derived: ClassVar[bool] = True

    @property
    def plan_target(self) -> Decimal:
        """The plan's target in `unit`."""
        return self.target

    @property
    def start(self) -> Fraction:
        """The baseline 基数."""
        return Fraction(self.baseline)

    def read(self, figure: Figure) -> Reading | list[Unfit]:
        """Its own count of a month, which overrides the sum."""
        return read_one_number(self, figure)

    def read_step(self, text: str) -> Fraction | Unfit:
        """A cumulative number in the unit."""
        return read_number_step(self, text)

    def level(self, reading: Reading) -> Fraction | None:
        """Its own count."""
        return self.done(reading)
