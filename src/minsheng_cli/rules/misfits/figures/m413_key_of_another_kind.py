"""A part of a figure that this kind of indicator has no use for."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "这类指标没有这一项"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}这一项用不上：这个指标只报 {about['allowed']}", f"改报 {about['allowed']}"
