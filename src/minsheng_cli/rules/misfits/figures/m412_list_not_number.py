"""A list stands where a number belongs."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "应当填数字，不是列表"
WHY = "这一项只要一个数，写成一串，程序不知道取哪个。"
MEND = "去掉方括号，填累计完成数。"
BAD = "street-lamps: [912]"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}写成了列表，这里要填一个数", "填累计完成数，例如 {done: 4}"
