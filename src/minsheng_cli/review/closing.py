"""A new entry of data/closed.yaml: its lines, and the file's text with them at its end."""

from __future__ import annotations

from datetime import date
from typing import Any

from minsheng_cli.finding import LINE_END
from minsheng_cli.month import Month
from minsheng_cli.patterns import pattern
from minsheng_cli.review.digest import Digests
from minsheng_cli.source.nodes import MappingNode, SequenceNode
from minsheng_cli.source.quoting import in_brackets

HEAD = "# 关账记录：由 minsheng close 来写，只加不改。\nclosed:\n"
"""What a new file begins with."""
_USUAL = 2
_EMPTY = pattern(r"\[\s*\]")


def closing(month: Month, day: date, digests: Digests) -> list[str]:
    """The lines of a closing."""
    departments = [f"    {name}: {digest}" for name, digest in digests.departments.items()]
    return [
        f"- month: {month}",
        f"  closed_on: {day}",
        f"  digest: {digests.month}",
        "  departments:",
        *departments,
    ]


def reopening(month: Month, day: date, reason: str) -> list[str]:
    """The lines of a reopening."""
    return [f"- month: {month}", f"  reopened_on: {day}", f"  reason: {in_brackets(reason)}"]


def with_entry(text: str | None, root: Any, entry: list[str]) -> str | None:
    """The text, whose nodes are below `root`, with an entry added, and every other byte as it was.

    None where nothing can simply be added at the end: the entries stand in square brackets.
    """
    if text is None:
        return HEAD + _lines(entry, _USUAL, "\n")
    listed = root.values.get("closed") if isinstance(root, MappingNode) else None
    if not isinstance(listed, SequenceNode):
        return None
    indent = listed.at.column - 1
    if listed.flow:
        if listed.items:
            return None
        bare, indent = _without_brackets(text, listed), _USUAL
        if bare is None:
            return None
        text = bare
    line_end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if text.endswith("\n") else line_end
    return text + gap + _lines(entry, indent, line_end)


def _lines(entry: list[str], indent: int, line_end: str) -> str:
    return "".join(f"{' ' * indent}{line}{line_end}" for line in entry)


def _without_brackets(text: str, listed: SequenceNode) -> str | None:
    """The text without the brackets of a list that is empty; None where something else stands in them, a comment."""
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    start = starts[listed.at.line - 1] + listed.at.column - 1
    found = _EMPTY.match(text, start)
    return text[:start].rstrip(" \t") + text[found.end() :] if found else None
