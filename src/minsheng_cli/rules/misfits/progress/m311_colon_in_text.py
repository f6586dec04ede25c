"""A half-width colon in a sentence makes a name of its beginning; the text would be lost."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文字里用了半角冒号"
WHY = "一句话里有半角冒号加空格，程序会把冒号前面当成名称，这句话就报不上去。"
MEND = "把文字里的冒号换成全角的“：”。"
BAD = "- 复兴小区: 管网图纸待补"
GOOD = "- 复兴小区：管网图纸待补"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"“{about['before']}: {about['after']}”里用了半角冒号，程序会把冒号前面当成名称",
        f"文字里的冒号用全角，写成：{about['before']}：{about['after']}",
    )
