"""How many cells of a screen a text takes: what trailing comments are lined up by."""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """A Chinese character takes two cells."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(sign) in "WF" else 0 if combining(sign) else 1 for sign in text)
