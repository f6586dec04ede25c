"""Invisible control characters come from copying out of other programs and break the text."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文中有看不见的控制字符"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"这里有看不见的控制字符（{about['code']}）",
        "把光标放在这里按一次 Delete 键；不行就把这一行重打一遍",
    )
