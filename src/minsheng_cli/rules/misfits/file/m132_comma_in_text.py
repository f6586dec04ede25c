"""A half-width comma in a sentence within braces ends it; the rest would be read as a name and thrown away."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文字里用了半角逗号"
WHY = "花括号里的半角逗号是隔开各项用的；文字里用了它，程序会以为这句话到此为止，后面的字成了另一项的名称。"
MEND = "文字里的逗号用全角“，”。"
BAD = "rural-roads: {done: 7.85, note: 雨天多,工期顺延}"
GOOD = "rural-roads: {done: 7.85, note: 雨天多，工期顺延}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"“{about['typed']}”是一句话，里面用了半角逗号，程序会把它断成两项",
        f"文字里的逗号用全角，写成：{about['mend']}",
    )
