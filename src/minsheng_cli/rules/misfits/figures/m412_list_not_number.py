"""A list stands where a number belongs."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "应当填一个数，不加方括号"
WHY = "这个指标只报一个数，用方括号列出来，程序不知道取哪一个。"
MEND = "去掉方括号，只写一个数。"
BAD = "street-lamps: [912]"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}写成了列表，这里要填一个数", "填累计完成数，例如 {done: 4}"
