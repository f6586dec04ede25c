"""Lines of styled text: what every view for a reader is made of before it is coloured, or not."""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[str, str]
"""A piece of text and the name of its style (empty for plain)."""
Line = list[Span]


def plain(lines: Sequence[Line]) -> str:
    """The lines without their styles, none with blanks at its end."""
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)
