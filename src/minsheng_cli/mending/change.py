"""What mends do to one file: for showing it, and for writing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

KINDS = ("encoding", "byte-order-mark", "line-ends", "name", "indent", "sign", "value")
"""What a change is about, as docs/json.md names it."""


class Change(NamedTuple):
    """One thing that is different: a line before and after, or in words what was done to the whole file."""

    line: int | None
    before: str
    after: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """A file with its mends; `path` is relative to the ledger, `renamed_from` is how it was called so far."""

    path: str
    renamed_from: str | None
    before: bytes
    after: bytes
    changes: tuple[Change, ...]


class Left(NamedTuple):
    """What looked as if it could be mended, and why it was left to a person."""

    path: str
    line: int | None
    why: str


class Mends(NamedTuple):
    """All that can be mended in a ledger, and what was tried in vain."""

    files: list[Mended]
    left: list[Left]

    @property
    def changes(self) -> int:
        """In how many places something is changed."""
        return sum(len(file.changes) for file in self.files)


def differing(before: str, after: str) -> set[int]:
    """The numbers of the lines that differ between two texts of equally many lines."""
    if before is after:
        return set()
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return {number for number, (old, new) in enumerate(pairs, 1) if old != new}
