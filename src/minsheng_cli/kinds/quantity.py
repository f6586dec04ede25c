"""quantity 数量指标: a cumulative number against a target, or which of its named items are done."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from minsheng_cli.fields.placed import Bare
from minsheng_cli.fields.scalars import Flag, Id, Line, NotNegative, Positive
from minsheng_cli.kinds.figure import Figure, Reading, Unfit
from minsheng_cli.kinds.indicator import ONE, Indicator, read_number_step, read_one_number, unexpected_parts
from minsheng_cli.patterns import pattern

APART = pattern(r"[\s,，;；、/]+")
"""What people put between names."""


class Quantity(Indicator):
    """Complete when done >= target; surplus is printed and never offsets anything else."""

    kind: Literal["quantity"]
    unit: Line
    target: Positive
    at_least: Flag = False
    items: Annotated[dict[Id, Line], Bare] | None = None
    opening: NotNegative = Decimal(0)
    report_unit: Line | None = None
    scale: Positive | None = None

    counts: ClassVar[bool] = True

    @property
    def plan_target(self) -> Decimal:
        """The plan's target in `unit`."""
        return self.target

    @cached_property
    def start(self) -> Fraction:
        """The opening 年初基数."""
        return Fraction(self.opening)

    @property
    def reported_unit(self) -> str:
        """`report_unit` where departments count in another unit than the plan."""
        return self.report_unit or self.unit

    @cached_property
    def scaling(self) -> Fraction:
        """`scale`: reported units in one unit of the target."""
        return Fraction(self.scale) if self.scale is not None else ONE

    def read(self, figure: Figure) -> Reading | list[Unfit]:
        """A number, or the list of the items that are done."""
        if self.items is None:
            return read_one_number(self, figure)
        value = figure.short if figure.done is None else figure.done
        if value is None or unexpected_parts(figure, {"done"}):
            return read_one_number(self, figure)
        return self._read_items(value, "" if figure.done is None else "done")

    def _items_meant(self, text: str) -> str:
        """The list that a single text surely stands for: none, all of them, or the one it names."""
        items = self.items or {}
        if text == "0":
            return "[]"
        if text == str(len(items)):
            return f"[{', '.join(items)}]"
        named = self.items_named(text)
        return f"[{', '.join(named)}]" if named else ""

    def items_named(self, text: str) -> list[str]:
        """The items that a text names, by key or by name; empty where a word in it is neither."""
        keys = {name: key for key, name in (self.items or {}).items()}
        parts = [text] if text in keys else [part for part in APART.split(text.strip()) if part]
        found = [part if part in (self.items or {}) else keys.get(part, "") for part in parts]
        return found if all(found) and len(set(found)) == len(found) else []

    def _read_items(self, value: str | list[str], part: str) -> Reading | list[Unfit]:
        assert self.items is not None
        if isinstance(value, str):
            choices = self._choices(self.items)
            return [
                Unfit(
                    "number-not-items",
                    part,
                    about={
                        "text": value,
                        "items": choices,
                        "first": next(iter(self.items), ""),
                        "mend": self._items_meant(value),
                    },
                )
            ]
        unknown = [(index, item) for index, item in enumerate(value) if item not in self.items]
        there = {"items": self._choices(self.items), "names": " ".join(self.items)} if unknown else {}
        unfit = [
            Unfit(
                "unknown-item",
                part,
                index,
                {"text": item, "mend": ", ".join(self.items_named(item)), **there},
            )
            for index, item in unknown
        ]
        seen: Counter[str] = Counter()
        for index, item in enumerate(value):
            seen[item] += 1
            if seen[item] == 2 and item in self.items:
                unfit.append(Unfit("item-twice", part, index, {"text": item, "name": self.items[item]}))
        if unfit:
            return unfit
        return Reading(done=Decimal(len(value)), items=tuple(item for item in self.items if item in seen))

    @staticmethod
    def _choices(items: dict[str, str]) -> str:
        return "、".join(f"{key}（{name}）" for key, name in items.items())

    def read_step(self, text: str) -> Fraction | Unfit:
        """A cumulative number in the reported unit."""
        return read_number_step(self, text)

    def level(self, reading: Reading) -> Fraction | None:
        """Done, in the target's unit; figures include the opening."""
        return self.done(reading)
