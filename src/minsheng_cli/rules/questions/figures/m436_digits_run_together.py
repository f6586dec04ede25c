"""Two numbers pasted into one: last month's and this month's, or the same one twice."""

from __future__ import annotations

from minsheng_cli.rules.questions.asking import if_so, subject

SEVERITY = "warning"
TITLE = "像是两个数连在了一起"
WHY = "从别的表里粘贴，上月的数没有删掉，就和本月的数连成了一个，大出几百上千倍。"
MEND = "只留本月的累计数；确实是这么多的，用 note 写一句原因。"
BAD = "new-homes: 72104"
GOOD = "new-homes: 104"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The question, and what to type either way."""
    first, second = about["first"], about["second"]
    both = f"把{first}写了两遍" if first == second else f"上次的{first}没有删，和{second}连在了一起"
    return f"{subject(about)}，远远超过目标", if_so({**about, "mend": second}, both)
