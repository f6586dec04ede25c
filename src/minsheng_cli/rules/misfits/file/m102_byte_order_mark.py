"""Notepad writes invisible bytes (a BOM) before UTF-8 text; other tools stumble over them."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件开头带BOM"
WHY = "记事本有时会在文件最前面加几个看不见的字节，叫 BOM；有的软件会把它当成第一行的内容，头一个名称就认不出来了。"
MEND = "用记事本另存为，编码选“UTF-8”，不要选“带有BOM的UTF-8”。"
BAD = "（另存为时，编码选了“带有BOM的UTF-8”）"
GOOD = "（另存为时，编码选“UTF-8”）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "文件开头有看不见的BOM标记", "另存时编码选“UTF-8”（不要选“带有BOM的UTF-8”）"
