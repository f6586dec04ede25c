"""A lone carriage return is the line end of very old Macs; editors show such a file as one line."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "换行符是旧苹果电脑的格式"
WHY = "这是很旧的苹果电脑的换行，很多软件会把整个文件看成一行，错在哪一行也就说不清了。"
MEND = "运行 minsheng validate --fix；编辑器能改的，把换行符改成“LF”，再保存。"
BAD = "（编辑器里显示换行符是“CR”）"
GOOD = "（编辑器里显示换行符是“LF”）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "换行符是旧苹果电脑的格式，很多程序会把整个文件看成一行", "运行 minsheng validate --fix，自动改好"
