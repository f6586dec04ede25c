"""Text from files and from the command line made harmless, for a terminal and for JSON.

Shown instead of printed is whatever acts on a terminal, turns the line around, cannot be seen, or cannot be
encoded: control characters, escape sequences, marks of writing direction, characters without width, tags,
halves of surrogate pairs (bytes of a file name that are no UTF-8).
"""

from __future__ import annotations

import re

from minsheng_cli.patterns import pattern

_HARMFUL = pattern(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0 and C1, the escape character among them
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # directions, separators, what joins or parts without width
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufeff\uffa0"  # what looks like nothing
    "\ud800-\udfff\ufff0-\ufffb\ufffe\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e00ff"  # musical and language tags
    "]"
)
_MARK = "\u0300-\u036f\u0483-\u0489\u0e31\u0e34-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
_PILED = pattern(f"([{_MARK}]{{3}})[{_MARK}]+")
"""Marks that are set over the sign before them, more than any language sets: they reach into other lines."""


def harmless(text: str) -> str:
    """Text that can be printed: what is harmful stands as its number, piled marks are cut."""
    if text.isascii() and text.isprintable():
        return text
    return _PILED.sub(r"\1<…>", _HARMFUL.sub(lambda found: f"<{ord(found[0]):04X}>", text))


def escaped(text: str) -> str:
    """A JSON string in which what is harmful is escaped, so that it reads back as it was."""
    return _HARMFUL.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[place]:02x}{units[place + 1]:02x}" for place in range(0, len(units), 2))
