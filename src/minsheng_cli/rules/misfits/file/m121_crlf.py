"""Windows line ends make every line look changed in a review."""

from __future__ import annotations

SEVERITY = "warning"
TITLE = "换行符是Windows格式"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "换行符是Windows格式（CRLF），在git里每一行都会显示成改动", "在编辑器右下角把“CRLF”改成“LF”再保存"
