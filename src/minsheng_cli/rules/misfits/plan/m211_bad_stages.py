"""Stages are passed one after another; each has a name of its own."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "节点写了两遍"
WHY = "同一个节点写了两遍，报“到了这个节点”时，说不清到了哪一步、算百分之几。"
MEND = "每个节点只写一遍，从先到后排列。"
BAD = "stages: [立项, 开工, 主体完工, 开工, 竣工验收]"
GOOD = "stages: [立项, 开工, 主体完工, 竣工验收]"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"节点“{about['text']}”写了两遍", "删掉多写的这一个"
