"""A stage that the plan does not declare cannot be placed on its way."""

from __future__ import annotations

from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "节点不在计划所列之中"
WHY = "节点是计划里排好的，写了别的，程序不知道走到哪一步。"
MEND = "从计划列的节点里选一个；还没动的写“未启动”。"
BAD = "central-park: [立项, 开工]"
GOOD = "central-park: {stage: 开工, note: 4月18日进场}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}写的是“{about['text']}”，计划里没有这个节点", did_you_mean(
        about["text"],
        [*about["stages"].split("\n"), "未启动"],
        f"从这几个里选一个：{'、'.join(about['stages'].split(chr(10)))}；还没动就写 未启动",
    )
