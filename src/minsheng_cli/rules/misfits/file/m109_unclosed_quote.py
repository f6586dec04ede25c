"""A quotation mark that is opened and not closed swallows the rest of the file."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "引号没有配对"
WHY = "引号只开不关，后面的内容都会被当成一段文字，后面的数就读不到了。"
MEND = "在这段文字的末尾补上同样的引号，或者把前面的引号去掉。"
BAD = 'problems: ["沥青供应不足]'
GOOD = "problems: [沥青供应不足]"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        "这里的引号没有配对，后面的内容都被当成了一段文字",
        "在这段文字的末尾补上同样的引号；或者删掉这个引号",
    )
