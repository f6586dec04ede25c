"""YAML does not take tabs for indentation, and on the screen nobody sees the difference."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "行首按了 Tab 键"
WHY = "按 Tab 键空出来的一段，在各人屏幕上宽窄不一，看着对齐，其实没有对齐。台账里一律用空格。"
MEND = "删掉按 Tab 键空出来的一段，改按空格键，空到与上下行对齐。"
BAD = "（street-lamps 这一行的开头按的是 Tab 键）"
GOOD = "（street-lamps 这一行的开头是6个空格，与上一行对齐）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = "这里按了 Tab 键，只能用空格键"
    if about["spaces"] == "0":
        return sentence, "这一行改成顶格写"
    if about["spaces"] == "behind":
        return sentence, "这里改成1个空格"
    if about["spaces"]:
        return sentence, f"这一行开头改成{about['spaces']}个空格"
    return sentence, "删掉按 Tab 键空出来的一段，改按空格键，与上下行对齐"
