"""A part of a figure that this kind of indicator has no use for."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "这类指标没有这一项"
WHY = "各类指标报的东西不同：数量报完成数，节点报到了哪一步。填错了栏，数就没有用上。"
MEND = "按提示换成这个指标要报的栏目，用不着的删掉。"
BAD = "central-park: {done: 开工, note: 4月18日进场}"
GOOD = "central-park: {stage: 开工, note: 4月18日进场}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    part, allowed = about["part"], about["allowed"]
    swap = {part, allowed} == {"done", "stage"}
    hint = f"把 {part} 改成 {allowed}" if swap and not about["given"] else f"删掉 {part}，只报 {allowed}"
    return f"{about['key']}用不上 {part}：这个指标只报 {allowed}", hint
