"""A stage that the plan does not declare cannot be placed on its way."""

from __future__ import annotations

from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "节点不在计划所列之中"
WHY = "进度是按计划列出的节点算的，换一个说法，程序就不知道走到了哪一步。"
MEND = "从计划列出的节点里选一个照写；还没动工的写“未启动”。"
BAD = "central-park: 已批"
GOOD = "central-park: 立项"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    if about.get("mend"):
        return (
            f"{about['key']}写的是“{about['text']}”，节点和说明连在一起了",
            f"说明写在 note 里，写成：{about['mend']}",
        )
    return f"{about['key']}写的是“{about['text']}”，计划里没有这个节点", did_you_mean(
        about["text"],
        [*about["stages"].split("\n"), "未启动"],
        f"从这几个里选一个：{'、'.join(about['stages'].split(chr(10)))}；还没动就写 未启动",
    )
