"""Notepad writes invisible bytes (a BOM) before UTF-8 text; other tools stumble over them."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件开头带BOM"
WHY = "有的编辑器在文件开头加一个看不见的标记，别的程序会把它当成第一个字，开头那一行就认不出来了。"
MEND = "另存时编码选“UTF-8”，不要选“带有BOM的UTF-8”。"
BAD = "（另存时编码选了“带有BOM的UTF-8”）"
GOOD = "（另存时编码选“UTF-8”）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "文件开头有看不见的BOM标记", "另存时编码选“UTF-8”（不要选“带有BOM的UTF-8”）"
