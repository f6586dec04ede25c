"""Reading one text again and again, to see what a mend makes of it; how much is read has its bound."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from minsheng_cli.finding import Misfit
from minsheng_cli.model.ledger import assemble
from minsheng_cli.source.folder import SourceFile
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.source.parse import Parsed, parse

ENOUGH = 8_000_000
"""Characters read for one file; a bureau's file of 5,000 is read a thousand times, one of a million a few times."""
ENOUGH_FOR_ALL = 20_000_000
"""Characters read for all files of a ledger."""
_A_VALUE = 20
"""Characters that take as long to read as a name or a value takes to be placed."""
MISPLACED = frozenset(
    ("unknown-key", "wrong-shape", "duplicate-key", "complex-key", "tab", "full-width-sign", "colon-in-text")
)
"""What a line gets to hear that stands at the wrong level, or not yet right."""
_OF_IDS = frozenset(("figures", "schedule"))


class Exhausted(Exception):
    """The file has been read often enough."""


class Reader:
    """Reads the texts that are tried for the file at `path`; raises Exhausted where it has read enough."""

    def __init__(
        self, path: str, known: Collection[str] | None, enough: int = ENOUGH, *, bold: bool = True
    ) -> None:
        """`known`: the plan's indicators, where they are known; `enough`: how many characters may be read.

        `bold`: whether something may be taken on trust, in the hope that the rest will bear it out.
        """
        self.path = path
        self.known = known
        self.bold = bold
        self.guessed = False
        self.read = 0
        self._enough = enough
        self._last: tuple[str, Parsed] | None = None
        self._met: tuple[str, list[Misfit]] | None = None

    def parse(self, text: str) -> Parsed:
        """The nodes of a text, or how far it can be read."""
        if self._last is not None and self._last[0] is text:
            return self._last[1]
        self._may_read()
        parsed = parse(self.path, text)
        lines = text.count("\n") + 1
        reached = min(parsed.stumble.line, lines) if parsed.stumble else lines
        self.read += max(len(text) * reached // lines, _A_VALUE * parsed.size) + len(text) // 8
        self._last = (text, parsed)
        return parsed

    def sound_until(self, text: str) -> int:
        """The first line that cannot be read, counting what was left unfinished before the parser stumbled."""
        parsed = self.parse(text)
        if parsed.stumble is None:
            return text.count("\n") + 2
        return min(parsed.stumble.line, parsed.misfits[-1].at.line)

    @property
    def left(self) -> int:
        """How many characters may still be read."""
        return max(0, self._enough - self.read)

    @property
    def half_read(self) -> bool:
        """Whether more than half of what may be read has been."""
        return self.left < self._enough // 2

    def _may_read(self) -> None:
        if self.read >= self._enough:
            raise Exhausted

    def misfits(self, text: str) -> list[Misfit]:
        """Everything that does not fit in a text."""
        if self._met is not None and self._met[0] is text:
            return self._met[1]
        self._may_read()
        self.read += len(text)
        documents = assemble([SourceFile(self.path, text.encode(), [])], in_step=False).documents
        met = [each for document in documents for each in document.misfits if each.file == self.path]
        self._met = (text, met)
        return met

    def strangers(self, root: Any) -> Iterator[int]:
        """The lines of figures and schedules whose indicator is in no plan."""
        if self.known is None or not isinstance(root, MappingNode):
            return
        reports = root.values.get("reports")
        for holder in (root, *(reports.items if isinstance(reports, SequenceNode) else ())):
            for name in _OF_IDS & holder.values.keys() if isinstance(holder, MappingNode) else ():
                held = holder.values[name]
                if isinstance(held, MappingNode):
                    yield from (key.at.line for key in held.keys.values() if key.text not in self.known)


def meaning(node: Any) -> Any:
    """What a text says, wherever in it: texts, lists, and mappings in their order."""
    if isinstance(node, Scalar):
        return (node.text, node.quoted)
    if isinstance(node, SequenceNode):
        return [meaning(item) for item in node.items]
    if isinstance(node, MappingNode):
        return {(name, node.keys[name].quoted): meaning(value) for name, value in node.values.items()}, tuple(
            node.values
        )
    return None
