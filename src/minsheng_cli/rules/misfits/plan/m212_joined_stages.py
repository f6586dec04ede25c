"""A stage that is two: every report of either would be called unknown."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "几个节点连在了一起"
WHY = "两个节点之间少了逗号，程序会当成一个节点，部门报其中任何一个，都成了计划里没有的节点。"
MEND = "节点之间用半角逗号隔开；本来是一个节点的，中间不要空格。"
BAD = "stages: [立项, 开工, 主体完工 竣工验收]"
GOOD = "stages: [立项, 开工, 主体完工, 竣工验收]"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"“{about['text']}”像是几个节点，中间没有用逗号隔开",
        f"是一个节点的，去掉中间的空格；是几个节点的，写成：{about['parts']}",
    )
