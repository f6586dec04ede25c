"""Notepad writes invisible bytes (a BOM) before UTF-8 text; other tools stumble over them."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件开头带BOM"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "文件开头有看不见的BOM标记", "另存时编码选“UTF-8”（不要选“带有BOM的UTF-8”）"
