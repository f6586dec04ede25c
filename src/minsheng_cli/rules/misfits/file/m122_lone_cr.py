"""A lone carriage return is the line end of very old Macs; editors show such a file as one line."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "换行符是旧式CR"
WHY = "这种旧式换行，很多程序会把整个文件看成一行，报错也指不到地方。"
MEND = "在编辑器里把换行方式改成“LF”再保存。"
BAD = "（换行方式是旧式的CR）"
GOOD = "（换行方式是LF）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "换行符只有CR（旧式Mac格式），很多程序会把整个文件看成一行", "在编辑器里把换行符改成“LF”再保存"
