"""A stage that the plan does not declare cannot be placed on its way."""

from __future__ import annotations

from minsheng_cli.patterns import pattern
from minsheng_cli.similar import did_you_mean, nearest

SEVERITY = "error"
TITLE = "节点不在计划所列之中"
WHY = "进度是按计划列出的节点算的，换一个说法，程序就不知道走到了哪一步。"
MEND = "从计划列出的节点里选一个照写；还没动工的写“未启动”。"
BAD = "central-park: 已批"
GOOD = "central-park: 立项"

_NOT_YET = pattern(r"(?:尚|还|仍|暂|并)?(?:没有|没|未|不)")
_CLAUSES = pattern(r"[，,；;、。\s]+")


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    if about.get("mend"):
        return (
            f"{about['key']}写的是“{about['text']}”，节点和说明连在一起了",
            f"说明写在 note 里，写成：{about['mend']}",
        )
    stages = about["stages"].split("\n")
    sentence = f"{about['key']}写的是“{about['text']}”，计划里没有这个节点"
    one_of = f"从这几个里选一个：{'、'.join(stages)}；还没动就写 未启动"
    if _NOT_YET.search(about["text"]) and not any(map(_NOT_YET.search, stages)):
        return sentence, _not_yet(about["text"], stages) or one_of
    return sentence, did_you_mean(about["text"], [*stages, "未启动"], one_of)


def _not_yet(text: str, stages: list[str]) -> str:
    """What to do about `未开工`: the stage that it names is the one that was not reached."""
    clauses = _CLAUSES.split(text)
    reached = [clause for clause in clauses if not _NOT_YET.search(clause)]
    for stage in reversed(stages):
        if any(stage in clause for clause in reached):
            return f"是不是“{stage}”？如是，请改成：{stage}"
    rest = _NOT_YET.sub("", next(clause for clause in clauses if _NOT_YET.search(clause)))
    meant = next((stage for stage in stages if rest and rest in stage), None)
    if meant is None and nearest(text, ["未启动"]):
        return did_you_mean(text, ["未启动"], "")
    meant = meant or nearest(rest, stages)
    if meant is None:
        return ""
    before = stages[: stages.index(meant)]
    if not before:
        return f"还没到第一个节点“{meant}”的，请改成：未启动"
    return f"还没到“{meant}”的，填已经到了的节点；到了“{before[-1]}”的，写成 {before[-1]}；一个节点都没到的，写成 未启动"
