"""A part of a figure that this kind of indicator has no use for."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "这类指标没有这一项"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"{about['key']}用不上 {about['part']}：这个指标只报 {about['allowed']}",
        f"删掉 {about['part']}，只报 {about['allowed']}",
    )
