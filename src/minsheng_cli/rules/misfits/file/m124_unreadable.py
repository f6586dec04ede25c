"""The system would not give the file."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件读不了"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"文件读不了：{about['reason']}", "检查文件是否存在、是否有读取权限、是否被别的程序占用"
