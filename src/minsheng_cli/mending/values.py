"""Mends of single values whose meaning stays the same: a month without its zero, digits or names typed full-width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.numbers import half_width
from minsheng_cli.patterns import pattern
from minsheng_cli.source.nodes import MappingNode, SequenceNode

_WRITTEN_OTHERWISE = frozenset(("bad-month", "bad-date"))
_NUMBERS = frozenset(("number-not-plain", "bad-number"))
_DIGITS = pattern(r"[0-9]+")
_SAYS_MORE = pattern(r"[^0-9\s年月日号份/.\-—–−_~]")
"""What is no sign of a month or a day, so that it must not get lost."""


def certain_value(misfit: Misfit) -> str | None:
    """What to type instead where nothing but the writing changes; None where a person has to decide."""
    mend, text = misfit.about.get("mend", ""), misfit.about.get("text", "")
    if not mend:
        return None
    if misfit.kind in _WRITTEN_OTHERWISE:
        same = _numbers_of(text) == _numbers_of(mend)
        return mend if same and not _SAYS_MORE.search(half_width(text)) else None
    if misfit.kind in _NUMBERS and misfit.about.get("cause") in ("full-width", "blank"):
        return mend
    if misfit.kind == "unknown-key":
        return mend  # there only where its signs were typed full-width
    return None


def _numbers_of(text: str) -> list[int]:
    return [int(found) for found in _DIGITS.findall(half_width(text))]


def mend_values(text: str, root: Any, misfits: Iterable[Misfit]) -> str:
    """The text, whose nodes are below `root`, with every certain value put in its place.

    Left are a value that does not stand there as said, and a key that its mapping would then have twice.
    """
    wanted = {
        misfit.at: (misfit.about["text"], mend) for misfit in misfits if (mend := certain_value(misfit))
    }
    if not wanted:
        return text
    twice = set(_twice(root, {at: mend for at, (_, mend) in wanted.items()}))
    lines = text.split("\n")
    for at, (typed, mend) in sorted(wanted.items(), reverse=True):
        if at not in twice:
            lines[at.line - 1] = _replaced(lines[at.line - 1], at, typed, mend)
    return "\n".join(lines)


def _twice(node: Any, mends: dict[Position, str]) -> Iterator[Position]:
    """Where a key, put right, would be another key of its mapping."""
    if isinstance(node, MappingNode):
        names = Counter(mends.get(key.at, name) for name, key in node.keys.items())
        for key in node.keys.values():
            if key.at in mends and names[mends[key.at]] > 1:
                yield key.at
        for value in node.values.values():
            yield from _twice(value, mends)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _twice(item, mends)


def _replaced(line: str, at: Position, typed: str, mend: str) -> str:
    start = at.column - 1
    if line[start : start + 1] in ("'", '"') and line[start + 1 :].startswith(typed):
        start += 1
    if not line.startswith(typed, start):
        return line
    return line[:start] + mend + line[start + len(typed) :]
