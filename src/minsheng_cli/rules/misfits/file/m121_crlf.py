"""Windows line ends make every line look changed in a review."""

from __future__ import annotations

SEVERITY = "warning"
TITLE = "换行符是Windows格式"
WHY = (
    "Windows 的换行和别的电脑不一样，存过一次，别人核对改动时会看到每一行都像改过，真改的那个数反而看不出来。"
)
MEND = "运行 minsheng validate --fix；编辑器能改的，在右下角把“CRLF”改成“LF”，再保存。"
BAD = "（编辑器右下角显示“CRLF”）"
GOOD = "（编辑器右下角显示“LF”）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        "换行符是Windows格式（CRLF），别人核对改动时，会看到每一行都像改过",
        "运行 minsheng validate --fix，自动改好",
    )
