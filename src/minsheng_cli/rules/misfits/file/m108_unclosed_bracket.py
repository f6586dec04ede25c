"""A bracket that is opened and not closed swallows the lines after it."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "括号没有配对"
WHY = "括号只开不关，后面几行都会被算进括号里，别的数也跟着读不出来。"
MEND = "在这一项的末尾补上配对的括号，并检查各项之间的逗号。"
BAD = "rural-roads: {done: 7.85, note: 雨天多"
GOOD = "rural-roads: {done: 7.85, note: 雨天多}"


def closing(about: dict[str, str]) -> str:
    """The bracket that is missing."""
    return "}" if about["bracket"] == "{" else "]"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    own, found = closing(about), about["found"]
    sentence = f"这里的括号 {about['bracket']} 没有配对的 {own}"
    if about["wide"]:
        return sentence, f"切换到英文输入法，把这一行末尾的 {about['wide']} 改成 {own}"
    if found and found == about["outer"]:
        return sentence, f"在后面的 {found} 前面补上 {own}"
    if found:
        return sentence, f"把后面的 {found} 改成 {own}"
    return sentence, f"在这一行末尾补上 {own}"
