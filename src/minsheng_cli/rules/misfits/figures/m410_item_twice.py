"""The same site counts once."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "同一点位写了两遍"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}里“{about['text']}”（{about['name']}）写了两遍", "留一个，删掉另一个"
