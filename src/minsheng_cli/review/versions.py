"""The versions of a ledger's files that a history holds, each different one read once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from minsheng_cli.review.told import PlanSays, Told, figures_of, plan_says, reports
from minsheng_cli.source.decode import decode
from minsheng_cli.source.nodes import MappingNode
from minsheng_cli.source.pieces import Pieces

Read = Callable[[str], bytes | None]
"""The content of an id; None where it cannot be had (too large, no file, not here)."""
CONFLICT, UNREADABLE, MISSING = "merge-conflict", "unreadable", "missing"
"""Why a version says nothing."""

Figures = dict[str, dict[str, Told]]
"""What a department's file tells, by indicator and month."""


class Version(NamedTuple):
    """A version of a file as far as it could be read; `why` says why there is nothing where there is none."""

    root: Any
    why: str = ""


class Versions:
    """Reads versions by the ids of their contents; `wanted` are the indicators that figures are looked for."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._pieces = Pieces()
        self._versions: dict[str, Version] = {}
        self._plans: dict[str, PlanSays] = {}
        self._data: dict[str, bytes | None] = {}

    def data(self, content: str) -> bytes | None:
        """The bytes of a content."""
        if content not in self._data:
            self._data[content] = self._read(content)
        return self._data[content]

    def version(self, content: str) -> Version:
        """A content as nodes."""
        if content not in self._versions:
            self._versions[content] = self._parsed(content)
        return self._versions[content]

    def _parsed(self, content: str) -> Version:
        data = self.data(content)
        if data is None:
            return Version(None, MISSING)
        decoded = decode("", data)
        if decoded.text is None:
            conflict = any(each.kind == CONFLICT for each in decoded.misfits)
            return Version(None, CONFLICT if conflict else UNREADABLE)
        root = self._pieces.read("", decoded.text)
        return Version(root) if isinstance(root, MappingNode) else Version(None, UNREADABLE)

    def plan(self, content: str) -> PlanSays:
        """What a content says that is a plan; the content must be readable."""
        if content not in self._plans:
            self._plans[content] = plan_says(self.version(content).root)
        return self._plans[content]


class FiguresRead:
    """What versions of departments' files tell of some indicators; an entry that stays is looked at once."""

    def __init__(self, versions: Versions, wanted: frozenset[str]) -> None:
        self._versions = versions
        self._wanted = wanted
        self._files: dict[str, Figures] = {}
        self._entries: dict[int, tuple[Any, str, dict[str, Told]]] = {}

    def of(self, content: str) -> Figures:
        """By indicator and month; of two reports of a month the first counts."""
        if content not in self._files:
            found: Figures = {}
            for node in reports(self._versions.version(content).root):
                entry = self._entries.get(id(node))
                if entry is None:  # the node is kept with it, or another one might get its number
                    entry = self._entries[id(node)] = (node, *figures_of(node, self._wanted))
                _, month, told = entry
                for name, each in told.items():
                    found.setdefault(name, {}).setdefault(month, each)
            self._files[content] = found
        return self._files[content]
