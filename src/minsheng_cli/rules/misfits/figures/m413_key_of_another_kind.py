"""A part of a figure that this kind of indicator has no use for."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "这类指标没有这一项"
WHY = "各类指标报的内容不一样：节点指标报 stage，覆盖率报 done 和 eligible，其余的报 done。写错了，这个数就没有着落。"
MEND = "改成这个指标该报的那一项；多写的删掉。"
BAD = "central-park: {done: 开工, note: 4月18日进场}"
GOOD = "central-park: {stage: 开工, note: 4月18日进场}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    part, allowed = about["part"], about["allowed"]
    swap = {part, allowed} == {"done", "stage"}
    sentence = f"{about['key']}用不上 {part}，这个指标只报 {allowed}"
    return sentence, f"改成：{allowed}" if swap and not about["given"] else f"从花括号里删掉 {part} 这一项"
