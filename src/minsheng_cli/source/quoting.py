"""How a text is written where the file's own signs would be misread, and a figure where it needs its name."""

from __future__ import annotations

from minsheng_cli.patterns import pattern
from minsheng_cli.source.nodes import NOTHING

_SIGNS = pattern(r"[,\[\]{}#\"']|:[ ?]|:$|^[&*!|>%@`?:-]")

_OF_LINE = pattern(r"^[,\[\]{}#&*!|>%@`\"'?:-]|: |:$|#")

NUMBER = pattern(r"-?[0-9]+(?:\.[0-9]+)?")
"""A number as people type it; whether it is written as it should be, its field decides."""


def in_quotes(text: str) -> str:
    """A text in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def in_brackets(text: str) -> str:
    """A text as it may stand in brackets: in quotes where one of its signs would be taken for the file's own."""
    return in_quotes(text) if _SIGNS.search(text) or text in NOTHING else text


def in_line(text: str) -> str:
    """A text as it may stand behind a name or a dash on a line of its own, where commas and brackets within are no signs."""
    return in_quotes(text) if _OF_LINE.search(text) or text in NOTHING else text


def figure_key(value: str) -> str:
    """The name that belongs before a figure's short form in braces."""
    return "done" if NUMBER.fullmatch(value) else "stage"
