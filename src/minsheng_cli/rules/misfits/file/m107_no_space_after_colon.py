"""A colon without a space after it does not separate a name from its value."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "冒号后面缺空格"
WHY = "冒号后面要空一格，程序才分得清哪边是名称、哪边是内容。"
MEND = "在冒号后面加一个空格。"
BAD = "street-lamps:912"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    if about["mend"]:
        return f"“{about['typed']}”的冒号后面缺一个空格", f"写成：{about['mend']}"
    return f"“{about['text']}”的冒号后面缺一个空格", f"在冒号后面加一个空格：{about['text']} …"
