"""What the canonical form changes in a text, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minsheng_cli.ends import alike_at_ends

_MOST = 2_000
"""Lines between the first and the last that differ, beyond which nobody asks which of them are the same."""


class Hunk(NamedTuple):
    """Lines in a row that differ, from the line `at` of the old text; none of one kind where they are only gone, or new."""

    at: int
    before: Sequence[str]
    after: Sequence[str]


def hunks(old: str, new: str) -> Iterator[Hunk]:
    """Where two texts differ; lines of which only the blanks are others stand beside each other."""
    before, after = old.split("\n"), new.split("\n")
    start, end = alike_at_ends(before, after)
    left, right = before[start : len(before) - end], after[start : len(after) - end]
    for low, high, first, last in _runs(left, right):
        if high - low != last - first:
            yield Hunk(start + low + 1, left[low:high], right[first:last])
            continue
        for one, other in zip(range(low, high), range(first, last), strict=True):
            if left[one] != right[other]:
                yield Hunk(start + one + 1, [left[one]], [right[other]])


def _runs(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """From where to where lines of both sides belong together, those included that say the same."""
    if max(len(left), len(right)) > _MOST:
        yield 0, len(left), 0, len(right)
        return
    from difflib import SequenceMatcher

    found = SequenceMatcher(None, list(map(_said, left)), list(map(_said, right)))
    for _, low, high, first, last in found.get_opcodes():
        yield low, high, first, last


def _said(line: str) -> str:
    return "".join(line.split())
