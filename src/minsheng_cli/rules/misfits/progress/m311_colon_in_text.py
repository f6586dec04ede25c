"""A half-width colon in a sentence makes a name of its beginning; the text would be lost."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文字里用了半角冒号"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        "这段文字里用了半角冒号，会被当成“名称: 值”",
        f"文字里的冒号用全角，写成：{about['before']}：{about['after']}",
    )
