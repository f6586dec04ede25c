"""How something is written in a file, for hints that give it ready to type."""

from __future__ import annotations

from decimal import Decimal

from minsheng_cli.model.series import Entry
from minsheng_cli.numbers import written
from minsheng_cli.source.quoting import in_brackets


def long_form(entry: Entry, **changed: str) -> str:
    """How to write a figure with more beside it: in place of a short one, or of the whole braces of a long one."""
    figure, reading = entry.figure, entry.reading
    own = {
        "done": f"[{', '.join(reading.items)}]" if reading.items is not None else _number(reading.done),
        "eligible": _number(reading.eligible),
        "stage": reading.stage,
        "note": None if figure.note is None else in_brackets(figure.note),
        "revision": None if figure.revision is None else in_brackets(figure.revision),
    }
    parts = {**{name: value for name, value in own.items() if value is not None}, **changed}
    whole = ", ".join(f"{name}: {parts[name]}" for name in own if name in parts)
    return f"写成 {{{whole}}}" if figure.short is not None else f"把整个花括号写成 {{{whole}}}"


def _number(number: Decimal | None) -> str | None:
    return None if number is None else written(number)
