"""The system would not give the file."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件读不了"
WHY = "文件在那里却读不了，这个部门的数就一个也进不来，不能当作没有这个文件。"
MEND = "检查文件还在不在、有没有读取权限、是不是被别的程序占着。"
BAD = "（文件没有读取权限，或链接指向的文件已经没有了）"
GOOD = "（文件本身在这里，可以打开）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"文件读不了：{about['reason']}", "检查文件是否存在、是否有读取权限、是否被别的程序占用"
