"""One month brings many times what the months before it did: a slip, or a report of several months at once."""

from __future__ import annotations

from minsheng_cli.rules.questions.asking import otherwise, subject

SEVERITY = "warning"
TITLE = "一个月的新增比平常多出许多倍"
WHY = "一个月办的比前几个月加起来还多，可能是一位数字打错了，也可能是补报、集中验收；写清楚了，看报表的人才不会问。"
MEND = "核对这个数；集中发放、补报这样的情况，用 note 写一句。"
BAD = "new-homes: 232"
GOOD = "new-homes: {done: 232, note: 二期196套一次开工}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The question, and how to end it."""
    return (
        f"{subject(about)}，比上次多了{about['rise']}{about['unit']}，以前一个月最多新增{about['usual']}{about['unit']}",
        f"核对一下，是不是打错了一位？{otherwise(about)}",
    )
