"""YAML does not take tabs for indentation, and on the screen nobody sees the difference."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "缩进用了制表符（Tab）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "这里用了制表符（Tab），只能用空格", "删掉这个制表符，改用空格，与上下行对齐"
