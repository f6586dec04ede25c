"""Windows line ends make every line look changed in a review."""

from __future__ import annotations

SEVERITY = "warning"
TITLE = "换行符是Windows格式"
WHY = "换行方式不同，git会把每一行都显示成改动，真正改了哪个数就看不出来了。"
MEND = "在编辑器右下角把“CRLF”改成“LF”再保存。"
BAD = "（编辑器右下角显示“CRLF”）"
GOOD = "（编辑器右下角显示“LF”）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "换行符是Windows格式（CRLF），在git里每一行都会显示成改动", "在编辑器右下角把“CRLF”改成“LF”再保存"
