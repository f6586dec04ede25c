"""A second document in the same file would be read by nobody."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "一个文件里有两份内容"
WHY = "单独一行“---”会把文件分成两份，程序只读前一份，后一份里的数就不算了。"
MEND = "删掉这一行“---”；两份内容有重复的，合成一份。"
BAD = "    problems: [沥青供应不足]\n---\n  - month: 2024-04"
GOOD = "    problems: [沥青供应不足]\n  - month: 2024-04"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = "单独一行的“---”把文件分成了两份，后一份不会被读到"
    if about["again"]:
        return (
            sentence,
            "留下正确的一份：前一份对的，从这一行起到文件末尾都删掉；后一份对的，从文件开头到这一行都删掉",
        )
    return sentence, "删掉“---”这一行"
