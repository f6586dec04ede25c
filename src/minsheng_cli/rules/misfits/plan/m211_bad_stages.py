"""Stages are passed one after another; each has a name of its own."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "节点设置不对"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"节点“{about['text']}”写了两遍", "每个节点只写一遍，从先到后排列"
