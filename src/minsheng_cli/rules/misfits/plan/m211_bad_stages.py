"""Stages are passed one after another; each has a name of its own."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "节点设置不对"
WHY = "节点是判断形象进度的依据，重复、空缺或百分比不上升，就说不清到了哪一步。"
MEND = "节点按先后写，名称不重复；写百分比的，要一个比一个大，最后是100。"
BAD = "stages: [立项, 开工, 主体完工, 开工, 竣工验收]"
GOOD = "stages: [立项, 开工, 主体完工, 竣工验收]"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"节点“{about['text']}”写了两遍", "每个节点只写一遍，从先到后排列"
