"""In the deadline's month the figure jumps to exactly the target: what was asked, not what was counted (按任务数上报)."""

from __future__ import annotations

from minsheng_cli.rules.questions.asking import otherwise, subject

SEVERITY = "warning"
TITLE = "到时限的月份一下子正好完成"
WHY = "差得还远，到了时限这个月一下子正好等于目标数，容易被看成照着任务数填的，检查时一定会问。"
MEND = "填实际完成的数；确实在这个月集中完成的，用 note 写一句怎么完成的。"
BAD = "new-homes: 240"
GOOD = "new-homes: 152"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The question, and how to end it."""
    then = f"{about['before']}/{about['eligible']}" if "eligible" in about else about["before"]
    return (
        f"{subject(about)}，上次是{then}{about['unit']}，这个月一下子多了{about['rise']}{about['unit']}，正好是{'全部' if 'eligible' in about else '目标数'}",
        f"核对一下，是不是照着任务数填的？是的，改成实际完成的数；{otherwise(about, '怎么完成的')}",
    )
