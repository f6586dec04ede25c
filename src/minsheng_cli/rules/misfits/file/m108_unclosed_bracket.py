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
    sentence = f"这里的括号 {about['bracket']} 没有配对的 {closing(about)}"
    if about["found"] and about["found"] in "]}":
        return (
            sentence,
            f"在后面的 {about['found']} 前面补上 {closing(about)}；如果是打错了，把 {about['found']} 改成 {closing(about)}",
        )
    return sentence, f"在这一项的末尾补上 {closing(about)}，并检查里面的逗号是否齐全"
