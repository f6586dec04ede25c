"""A part of a figure that this kind of indicator has no use for."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "这类指标没有这一项"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    part, allowed = about["part"], about["allowed"]
    swap = {part, allowed} == {"done", "stage"}
    hint = f"把 {part} 改成 {allowed}" if swap and not about["given"] else f"删掉 {part}，只报 {allowed}"
    return f"{about['key']}用不上 {part}：这个指标只报 {allowed}", hint
