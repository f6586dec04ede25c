"""A calendar month, the only unit of time that the rules count in."""

from __future__ import annotations

import calendar
from datetime import date
from typing import NamedTuple

from minsheng_cli.patterns import pattern

WELL_FORMED = pattern(r"([0-9]{4})-(0[1-9]|1[0-2])")


class Month(NamedTuple):
    """One calendar month; months compare, and their distance is a whole number of months.

    A tuple, because those compare and hash fastest, and months are compared all the time.
    """

    ordinal: int

    @classmethod
    def of(cls, year: int, month: int) -> Month:
        """The month `month` (1..12) of `year`."""
        return cls(year * 12 + month - 1)

    @classmethod
    def on(cls, day: date) -> Month:
        """The month that `day` falls in."""
        return cls.of(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read `YYYY-MM`; ValueError for anything else."""
        found = WELL_FORMED.fullmatch(text)
        if not found or found[1] == "0000":
            raise ValueError(text)
        return cls.of(int(found[1]), int(found[2]))

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.ordinal // 12

    @property
    def number(self) -> int:
        """The month of the year, 1..12."""
        return self.ordinal % 12 + 1

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.number, 1)

    def day(self, number: int) -> date:
        """Day `number` of the month, or its last day where the month is shorter."""
        return date(self.year, self.number, min(number, self.last_day.day))

    def __add__(self, months: int) -> Month:  # type: ignore[override]  # nobody adds tuples to a month
        return Month(self.ordinal + months)

    def __sub__(self, other: Month) -> int:
        return self.ordinal - other.ordinal

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"
