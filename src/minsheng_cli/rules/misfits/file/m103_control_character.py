"""Invisible control characters come from copying out of other programs and break the text."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文中有看不见的控制字符"
WHY = "从别的软件里复制粘贴，会带进看不见的字符，看着一样的两行，程序读出来却不同。"
MEND = "把光标放在所指的地方按一次 Delete 键；不行就把这一行重打一遍。"
BAD = "（从聊天软件里复制的一行，夹着看不见的字符）"
GOOD = "（同一行自己重打一遍）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"这里有看不见的控制字符（{about['code']}）",
        "把光标放在这里按一次 Delete 键；不行就把这一行重打一遍",
    )
