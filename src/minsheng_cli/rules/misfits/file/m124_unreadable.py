"""The system would not give the file."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件读不了"
WHY = "文件打不开，里面的数就都算不上，不能当作没有这个文件。"
MEND = "检查文件还在不在、自己有没有打开它的权限、是不是正被别的程序占着。"
BAD = "（文件是快捷链接，原来的文件已经删了）"
GOOD = "（换成文件本身，用记事本能打开）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"文件读不了：{about['reason']}", "检查文件是否存在、是否有读取权限、是否被别的程序占用"
