"""Many versions of a file read as one: what has not changed since another version is not parsed again.

A ledger's files are mappings of a few long lists (reports, projects), and a change touches an entry or two. So
a text is cut before each name at the line's beginning and before each entry of a list below it, and a piece
is parsed once, however many versions hold it. Nodes so put together are those of the whole text but for their
places. Whatever cannot be cut so, or has a piece that cannot be read alone, is parsed whole.
"""

from __future__ import annotations

from typing import Any

from minsheng_cli.patterns import pattern
from minsheng_cli.source.nodes import MappingNode, SequenceNode
from minsheng_cli.source.parse import parse

_DASH = pattern(r"( *)- ")
_MOST = 5_000_000
"""Characters of pieces that are kept; a thousand versions of a county's file have a fifth."""
_OUTSIDE = ("---", "...", "%", "\t", "- ", "?")
"""How a line begins that makes a text something else than one plain mapping."""


class Pieces:
    """Parses versions of files, each different piece of them once."""

    def __init__(self) -> None:
        self._parsed: dict[str, Any] = {}
        self._size = 0

    def read(self, path: str, text: str) -> Any:
        """The root node of a text, None where it cannot be read; places in it are not those of the text."""
        found = self._whole(text)
        return parse(path, text).root if found is None else found

    def trim(self) -> bool:
        """Forget the pieces where they have become too many; whether that was so."""
        if self._size <= _MOST:
            return False
        self._parsed.clear()
        self._size = 0
        return True

    def _whole(self, text: str) -> MappingNode | None:
        """The root put together from its pieces; None where that cannot be done safely."""
        root = None
        for lines in _sections(text):
            section = self._section(lines)
            if section is None:
                return None
            if root is None:
                root = MappingNode(section.at)
            for name, value in section.values.items():
                if name in root.values:
                    return None
                root.keys[name], root.values[name] = section.keys[name], value
        return root

    def _section(self, lines: list[str]) -> MappingNode | None:
        """One name at the line's beginning with all that stands below it."""
        indent = next((found[1] for line in lines[1:] if (found := _DASH.match(line))), None)
        starts = [place for place, line in enumerate(lines) if indent and line.startswith(f"{indent}- ")]
        alone: MappingNode | None
        if not starts or _says_anything(lines[1 : starts[0]]) or not lines[0].rstrip().endswith(":"):
            alone = self._piece("\n".join(lines).rstrip(), MappingNode)
            return alone
        head = self._piece(lines[0], MappingNode)
        if head is None or len(head.values) != 1:
            return None
        entries = SequenceNode(head.at)
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            entry = self._piece("\n".join(lines[start:end]).rstrip(), SequenceNode)
            if entry is None or len(entry.items) != 1:
                return None
            entries.items += entry.items
        (name,) = head.values
        return MappingNode(head.at, head.keys, {name: entries})

    def _piece(self, text: str, kind: type[Any]) -> Any:
        """The node of a piece of text that can be read alone, and in which nothing is amiss; else None."""
        if text not in self._parsed:
            parsed = parse("", text)
            self._size += len(text)
            self._parsed[text] = None if parsed.misfits else parsed.root
        found = self._parsed[text]
        return found if isinstance(found, kind) else None


def _sections(text: str) -> list[list[str]]:
    """The lines of a text, cut before each that begins with a name; none where some line begins with anything else."""
    sections: list[list[str]] = []
    if "\r" in text:
        return []
    for line in text.split("\n"):
        first = line[:1]
        if first in ("", " ", "#"):
            if sections:
                sections[-1].append(line)
            elif line.strip() and first != "#":
                return []
        elif line.startswith(_OUTSIDE):
            return []
        else:
            sections.append([line])
    return sections


def _says_anything(lines: list[str]) -> bool:
    """Whether anything but comments stands there."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in lines)
