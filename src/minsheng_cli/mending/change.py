"""What a mend does to one file: for showing it, and for writing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Change(NamedTuple):
    """One thing that is different: a line before and after, or in words what was done to the whole file."""

    line: int | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A file with its mends; `path` is relative to the ledger."""

    path: str
    before: bytes
    after: bytes
    changes: tuple[Change, ...]


def changed_lines(before: str, after: str) -> list[Change]:
    """The lines that differ between two texts of equally many lines."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [Change(number, old, new) for number, (old, new) in enumerate(pairs, 1) if old != new]
