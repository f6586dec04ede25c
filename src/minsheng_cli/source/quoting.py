"""How a text is written where the file's own signs would be misread."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[,\[\]{}#\"']|: |:$|^[&*!|>%@`?-]")


def in_quotes(text: str) -> str:
    """A text in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def in_brackets(text: str) -> str:
    """A text as it may stand in brackets: in quotes where one of its signs would be taken for the file's own."""
    return in_quotes(text) if _SIGNS.search(text) else text
