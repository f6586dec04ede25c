"""A name and its value without a colon between them are read as one text, and the next line is blamed."""

from __future__ import annotations

import re

SEVERITY = "error"
TITLE = "名称和内容之间缺冒号"
WHY = "名称和后面的内容之间没有冒号，程序会把它们读成一段文字，这个数就丢了。"
MEND = "在名称后面补上半角冒号，再空一格。"
BAD = "street-lamps 912"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    typed = about["text"].strip()
    mend = about.get("mend") or ": ".join(re.split(r"[\s=;；,，]+", typed, maxsplit=1))
    return f"“{typed}”中间缺冒号", f"写成：{mend}"
