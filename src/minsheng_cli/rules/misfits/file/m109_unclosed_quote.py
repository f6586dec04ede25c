"""A quotation mark that is opened and not closed swallows the rest of the file."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "引号没有配对"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        "这里的引号没有配对，后面的内容都被当成了一段文字",
        "在这段文字的末尾补上同样的引号，或者把引号去掉",
    )
