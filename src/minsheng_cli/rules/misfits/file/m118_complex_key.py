"""A list or a mapping cannot be the name of anything here."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "名称不能是列表"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "这里用括号里的内容当名称，台账里不能这样写", "名称只写一个词，例如 shantytown-units: 230"
