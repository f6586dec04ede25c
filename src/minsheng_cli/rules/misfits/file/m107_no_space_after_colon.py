"""A colon without a space after it does not separate a name from its value."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "冒号后面缺空格"
WHY = "冒号后面没有空格，程序会把名称和内容当成一个词。"
MEND = "在冒号后面加一个空格。"
BAD = "street-lamps:912"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"“{about['text']}”的冒号后面缺一个空格", f"在冒号后面加一个空格：{about['text']} …"
