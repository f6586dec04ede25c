"""How much two lists have in common at both ends: what lies between is all that has to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def alike_at_ends(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """How many entries at the beginning are the same, and how many of the rest at the end."""
    top = _alike(one, other)
    return top, _alike(reversed(one[top:]), reversed(other[top:]))


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
