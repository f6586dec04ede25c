"""The same site counts once."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "同一点位写了两遍"
WHY = "一个点位只算一次，写两遍会让人以为完成了两个。"
MEND = "留一个，删掉另一个。"
BAD = "estates: {done: [fuxing, guangming, fuxing]}"
GOOD = "estates: {done: [fuxing, guangming]}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}里“{about['text']}”（{about['name']}）写了两遍", "删掉多写的这一个"
