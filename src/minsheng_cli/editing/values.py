"""A figure as it is typed on one line, on the command line or at a question: `230`, `1210/1263`, `fukang,chengbei`, `开工`."""

from __future__ import annotations

from collections.abc import Mapping

from minsheng_cli.editing.change import Amount
from minsheng_cli.kinds.quantity import APART, Quantity
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.patterns import pattern
from minsheng_cli.source.quoting import NUMBER

_OF = pattern(r"\s*([^/／]*?)\s*[/／]\s*([^/／]*?)\s*")
NONE_DONE = frozenset(("", "0", "无"))
"""What says of named items that none is done."""


def parts_of(indicator: AnyIndicator, typed: str) -> Mapping[str, Amount] | None:
    """The value by the names that its kind has for it, whether it fits or not; None where it cannot be told apart."""
    text = typed.strip()
    if isinstance(indicator, Quantity) and indicator.items is not None:
        text = text.removeprefix("[").removesuffix("]").strip()  # as the files have it
        if text in NONE_DONE:
            return {"done": ()}
        if NUMBER.fullmatch(text):
            return {"done": text}
        named = indicator.items_named(text) or [part for part in APART.split(text) if part]
        return {"done": tuple(dict.fromkeys(named))}
    if not text:
        return None
    if indicator.kind == "coverage":
        found = _OF.fullmatch(text)
        return {"done": found[1], "eligible": found[2]} if found and found[1] and found[2] else None
    return {indicator.parts[0]: text}
