"""Invisible control characters come from copying out of other programs and break the text."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文中有看不见的字符"
WHY = "从别的软件里复制文字，有时会带进看不见的字符。屏幕上看不出来，程序却读不下去。"
MEND = "把光标放到报出来的那一格，按一次 Delete 键；不行就把这一行重打一遍。"
BAD = "（从别的软件复制来的一句话，“沥青”后面夹着一个看不见的字符）"
GOOD = "（同一句话，用键盘重打一遍）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"这里有看不见的字符（{about['code']}）",
        "把光标放在这里按一次 Delete 键；不行就把这一行重打一遍",
    )
