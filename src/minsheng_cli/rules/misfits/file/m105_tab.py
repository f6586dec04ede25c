"""YAML does not take tabs for indentation, and on the screen nobody sees the difference."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "缩进用了制表符（Tab）"
WHY = "制表符在各人的屏幕上宽窄不同，程序分不清这一行属于谁，所以只能用空格。"
MEND = "删掉制表符，改用空格，与上下行左边对齐。"
BAD = "（行首按了 Tab 键）"
GOOD = "（行首打空格，与上下行对齐）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "这里用了制表符（Tab），只能用空格", "删掉这个制表符，改用空格，与上下行对齐"
