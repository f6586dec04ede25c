"""Where in a history something came to be what it is: changes of a value along branches and merges.

A change belongs to the commit whose value none of its parents had. Where a merge has the value of one of its
parents, the story goes on with that parent; what the other one had counts only if the merge threw it away
although it was made on top of the value that was kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")


class Change(NamedTuple, Generic[V]):
    """One change: at which commit (its place in the history), from what to what."""

    at: int
    old: V | None
    new: V | None
    dropped: bool = False
    """A merge went back to the older value without a word."""


class Ancestry(NamedTuple):
    """Who comes before whom; `parents` are places in a history in which each comes after its parents."""

    parents: Sequence[tuple[int, ...]]

    def before(self, one: int, other: int) -> bool:
        """Whether `one` is `other`, or one of its ancestors; nothing older than `one` need be looked at."""
        seen, waiting = {other}, [other]
        while waiting:
            here = waiting.pop()
            if here == one:
                return True
            new = {each for each in self.parents[here] if each >= one} - seen
            seen |= new
            waiting += new
        return False


def changes(ancestry: Ancestry, values: Sequence[V | None]) -> list[Change[V]]:
    """The changes that made the last value what it is, the oldest first; `values` by place in the history."""
    parents = ancestry.parents
    origins = _origins(parents, values)
    found: list[Change[V]] = []
    seen: set[int] = set()
    waiting = [len(values) - 1] if values else []
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        value, before = values[here], parents[here]
        same = next((each for each in before if values[each] == value), None)
        if same is None:
            waiting += before
            if before or value is not None:
                found.append(Change(here, values[before[0]] if before else None, value))
            continue
        waiting.append(same)
        for other in before:
            lost = values[other] != value and not ancestry.before(origins[other], same)
            if lost and ancestry.before(origins[same], other):
                found.append(Change(here, values[other], value, dropped=True))
                waiting.append(other)
    return sorted(found, key=lambda change: change.at)


def _origins(parents: Sequence[tuple[int, ...]], values: Sequence[V | None]) -> list[int]:
    """For each place, where its value came to be."""
    origins: list[int] = []
    for here, value in enumerate(values):
        same = next((each for each in parents[here] if values[each] == value), None)
        origins.append(here if same is None else origins[same])
    return origins
