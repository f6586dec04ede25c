"""The versions of a ledger's files that a history holds, each different one read once, and only what is asked kept of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from minsheng_cli.review.told import PlanSays, Told, figures_of, plan_says, reports, text_of
from minsheng_cli.source.decode import decode
from minsheng_cli.source.nodes import MappingNode
from minsheng_cli.source.pieces import Pieces

Contents = Iterator[tuple[str, bytes | None]]
Read = Callable[[Iterable[str]], Contents]
"""Contents by their ids, all of them asked for at once; None where one cannot be had (too large, no file, not here)."""
CONFLICT, UNREADABLE, MISSING = "merge-conflict", "unreadable", "missing"
"""Why a version says nothing."""

Figures = dict[str, dict[str, Told]]
"""What a department's file tells, by indicator and month."""


class Plan(NamedTuple):
    """What a version of the plan says; `why` says why it says nothing where it does not."""

    says: PlanSays | None
    why: str = ""


class File(NamedTuple):
    """What a version of a department's file tells; `why` says why it tells nothing where it cannot be read."""

    figures: Figures | None
    why: str = ""
    sample: bool = False
    """Whether it says that its figures are illustrative."""


class Versions:
    """Reads versions by the ids of their contents."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._pieces = Pieces()
        self._plans: dict[str, Plan] = {}

    def data(self, contents: Iterable[str]) -> Contents:
        """The bytes of contents."""
        return self._read(contents)

    def plans(self, contents: Iterable[str]) -> dict[str, Plan]:
        """Contents that are plans."""
        asked = list(dict.fromkeys(contents))
        for content, data in self._read([each for each in asked if each not in self._plans]):
            root, why = self._root(data)
            self._plans[content] = Plan(None, why) if why else Plan(plan_says(root))
        return {content: self._plans[content] for content in asked}

    def files(self, contents: Iterable[str], wanted: frozenset[str]) -> dict[str, File]:
        """Contents that are departments' files, with what they tell of some indicators."""
        found: dict[str, File] = {}
        entries = _Entries(wanted)
        for content, data in self._read(dict.fromkeys(contents)):
            root, why = self._root(data)
            found[content] = File(None, why) if why else _file(root, entries)
            if self._pieces.trim():
                entries = _Entries(wanted)
        return found

    def _root(self, data: bytes | None) -> tuple[Any, str]:
        """The root node of a content; or why there is none."""
        if data is None:
            return None, MISSING
        decoded = decode("", data)
        if decoded.text is None:
            conflict = any(each.kind == CONFLICT for each in decoded.misfits)
            return None, CONFLICT if conflict else UNREADABLE
        root = self._pieces.read("", decoded.text)
        return (root, "") if isinstance(root, MappingNode) else (None, UNREADABLE)


def _file(root: Any, entries: _Entries) -> File:
    return File(entries.figures(root), sample=text_of(root.values.get("sample")).lower() == "true")


class _Entries:
    """What reports tell; one that is the same node in many versions is looked at once."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self._wanted = wanted
        self._seen: dict[int, tuple[Any, str, dict[str, Told]]] = {}

    def figures(self, root: Any) -> Figures:
        """By indicator and month; of two reports of a month the first counts."""
        found: Figures = {}
        for node in reports(root):
            entry = self._seen.get(id(node))
            if entry is None:  # the node is kept with it, or another one might get its number
                entry = self._seen[id(node)] = (node, *figures_of(node, self._wanted))
            _, month, told = entry
            for name, each in told.items():
                found.setdefault(name, {}).setdefault(month, each)
        return found
