"""The same number report after report, long before the target: mostly last month's file sent again."""

from __future__ import annotations

from minsheng_cli.rules.questions.asking import otherwise, subject

SEVERITY = "warning"
TITLE = "几个月报的是同一个数"
WHY = "几个月一个数也没变，可能是真的停了，也可能是把上个月的表又交了一遍；两样的办法不一样，要分清楚。"
MEND = "有进展的，改成实际的累计数；确实停着的，用 note 写一句为什么没有进展。"
BAD = "prenatal-tests: {done: 301, eligible: 316}"
GOOD = "prenatal-tests: {done: 498, eligible: 517}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The question, and how to end it."""
    return (
        f"{subject(about)}，从{about['since']}起{about['reports']}次月报都是这个数",
        f"核对一下，是不是照抄了上个月的？有进展的，改成当月实际的累计数；{otherwise(about, '没有进展的原因')}",
    )
