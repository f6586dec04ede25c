"""coverage 覆盖率指标: everyone eligible is reached (应查尽查); done and eligible, both cumulative."""

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

from minsheng_cli.fields.meant import share
from minsheng_cli.fields.scalars import Line, Percent
from minsheng_cli.kinds.figure import Figure, Reading, Unfit, read_count
from minsheng_cli.kinds.indicator import Indicator, unexpected_parts
from minsheng_cli.numbers import NotPlain, parse


class Coverage(Indicator):
    """Judged at the deadline: done / eligible of that month's own report >= the target rate."""

    kind: Literal["coverage"]
    unit: Line
    target_percent: Percent = Decimal(100)

    cumulative: ClassVar[bool] = False
    parts: ClassVar[tuple[str, ...]] = ("done", "eligible")

    @property
    def plan_target(self) -> Decimal:
        """The target rate in percent."""
        return self.target_percent

    def full(self, day: datetime.date) -> Fraction:
        """The target rate as a share."""
        return super().full(day) / 100

    def read(self, figure: Figure) -> Reading | list[Unfit]:
        """Done and eligible; without eligible the rate stays open (底数未报)."""
        if figure.short is not None:
            return [
                Unfit(
                    "coverage-as-one-number",
                    about=_as_one(figure.short, self.unit),
                )
            ]
        unfit = unexpected_parts(figure, {"done", "eligible"})
        values: dict[str, Decimal | None] = {"done": None, "eligible": None}
        for part, text in (("done", figure.done), ("eligible", figure.eligible)):
            if text is None:
                continue
            if isinstance(text, list):
                unfit.append(Unfit("list-not-number", part, about={"unit": self.unit, "only": ""}))
                continue
            number = read_count(text, part, whole=self.counted, unit=self.unit)
            if isinstance(number, Unfit):
                unfit.append(number)
            else:
                values[part] = number
        done, eligible = values["done"], values["eligible"]
        if figure.done is None:
            unfit.append(Unfit("no-value", about={"wanted": "done"}))
        if done is not None and eligible is not None and done > eligible:
            unfit.append(
                Unfit(
                    "more-than-eligible",
                    "done",
                    about={"done": str(done), "eligible": str(eligible), "unit": self.unit},
                )
            )
        return unfit or Reading(done=done, eligible=eligible)

    def read_step(self, text: str) -> Fraction | Unfit:
        """A rate in percent."""
        number = parse(text)
        if isinstance(number, NotPlain) or not 0 <= number <= 100:
            bare = parse(text.strip().rstrip("%％ "))
            mend = str(bare) if isinstance(bare, Decimal) and 0 <= bare <= 100 else ""
            return Unfit("step-not-a-percent", about={"text": text, "mend": mend})
        return Fraction(number) / 100

    def level(self, reading: Reading) -> Fraction | None:
        """Done / eligible of the same report."""
        if not reading.eligible or reading.done is None:
            return None
        return Fraction(reading.done) / Fraction(reading.eligible)

    def floor(self, value: Fraction, day: datetime.date) -> Fraction:
        """A rate is not rounded."""
        return value


def _as_one(value: str | list[str], unit: str) -> dict[str, str]:
    """What was typed in place of the two numbers, and the two where it holds them."""
    text = value if isinstance(value, str) else "、".join(value)
    both = share(text)
    fits = both is not None and Decimal(both[0]) <= Decimal(both[1])
    done, eligible = both if both is not None and fits else ("", "")
    return {"text": text, "unit": unit, "done": done, "eligible": eligible}
