"""A list or a mapping cannot be the name of anything here."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "名称不能是列表"
WHY = "名称要写得出、叫得出，括起来的一串当不了名称。"
MEND = "名称只写一个词，把括号去掉。"
BAD = "street-lamps: {{912}}"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "这里用括号里的内容当名称，台账里不能这样写", "名称只写一个词，例如 shantytown-units: 230"
