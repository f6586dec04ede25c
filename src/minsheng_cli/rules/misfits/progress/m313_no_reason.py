"""`revision` lets a cumulative figure fall, and is printed as the reason; a number or a yes is none."""

from __future__ import annotations

from minsheng_cli.terms import key_name

SEVERITY = "error"
TITLE = "更正没有写原因"
WHY = "累计数变小，上级和群众要知道为什么。只写一个数或一个“是”，看不出是核减、返工还是填错。"
MEND = "用一句话写明原因。"
BAD = "new-homes: {done: 66, revision: -6}"
GOOD = "new-homes: {done: 66, revision: 因重复统计核减6套}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"{key_name('revision')}写的是“{about['text']}”，看不出原因",
        "用一句话写明为什么变小了，例如 revision: 因重复统计核减8套；没有变小的，不用写这一项",
    )
