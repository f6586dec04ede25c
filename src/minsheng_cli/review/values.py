"""What files say as plain values that can be compared: by meaning (230 is 230.0), whatever they look like."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Any

from minsheng_cli.fields.placed import Placed
from minsheng_cli.kinds.figure import Figure
from minsheng_cli.kinds.indicator import Indicator
from minsheng_cli.model.series import Entry
from minsheng_cli.month import Month
from minsheng_cli.numbers import NotPlain, exact, parse
from minsheng_cli.review.change import Value

_ORDERED = frozenset(("stages",))
_UNORDERED = frozenset(("partners", "of", "inferred"))


def figure_values(
    indicator: Indicator | None, entry: Entry | None, figure: Figure | None
) -> dict[str, Value]:
    """A figure's values by key, in the indicator's unit; as typed where it could not be read."""
    if figure is None:
        return {}
    if indicator is None or entry is None:
        return _as_typed(figure)
    reading = entry.reading
    if reading.stage is not None:
        return {"stage": reading.stage}
    done = reading.done
    if done is not None and indicator.scaling != 1:
        done = exact(entry.done)
    found: dict[str, Value] = {"done": done, "eligible": reading.eligible}
    if reading.items is not None:
        found["items"] = list(reading.items)
    return {key: value for key, value in found.items() if value is not None}


def _as_typed(figure: Figure) -> dict[str, Value]:
    """What was typed, numbers as numbers."""
    given = (figure.short, figure.done, figure.stage)
    typed = {"done": next((each for each in given if each is not None), None), "eligible": figure.eligible}
    return {key: _number_or_text(value) for key, value in typed.items() if value is not None}


def _number_or_text(value: Any) -> Value:
    number = parse(value) if isinstance(value, str) else value
    return value if isinstance(number, NotPlain) else number


def step_value(text: str | None) -> Value:
    """A step of a schedule: a number, or a stage."""
    return None if text is None else _number_or_text(text)


def less(new: Value, old: Value) -> Decimal | None:
    """The difference of two numbers; None where one of them is none."""
    if not isinstance(old, Decimal) or not isinstance(new, Decimal):
        return None
    from fractions import Fraction  # Decimal's own subtraction rounds

    return exact(Fraction(new) - Fraction(old))


def plain(value: Any) -> Value:
    """A model's value without its nodes."""
    if isinstance(value, Placed):
        fields = ((name, getattr(value, name)) for name in type(value).model_fields if name != "node")
        return {name: plain(each) for name, each in fields if each is not None}
    if isinstance(value, dict):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)) and not isinstance(value, Month):
        return [plain(each) for each in value]
    if isinstance(value, (datetime.date, Month)):
        return str(value)
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def different(
    old: Placed | None, new: Placed | None, leaving: Collection[str] = ()
) -> Iterator[tuple[str, Value, Value]]:
    """The fields of two models of one kind that say something else; None stands for what is not there."""
    before, after = ({} if each is None else plain(each) for each in (old, new))
    for name in dict.fromkeys([*after, *before]):
        if name not in leaving and not _same(name, before.get(name), after.get(name)):
            yield name, before.get(name), after.get(name)


def _same(name: str, old: Value, new: Value) -> bool:
    """Whether a field says the same: of stages the order counts, of names that are listed it does not."""
    if name in _ORDERED and isinstance(old, dict) and isinstance(new, dict):
        return list(old.items()) == list(new.items())
    if name in _UNORDERED and isinstance(old, list) and isinstance(new, list):
        return sorted(map(str, old)) == sorted(map(str, new))
    return bool(old == new)
