"""Exactly the same increment month after month: more regular than work is, so perhaps shared out instead of counted."""

from __future__ import annotations

from minsheng_cli.rules.questions.asking import otherwise, subject

SEVERITY = "warning"
TITLE = "每个月新增的数一模一样"
WHY = "实际干活有快有慢，几个月的新增一个不差，容易被看成是平均摊出来的，不是数出来的。"
MEND = "填实际完成的累计数；每月就安排这么多的，用 note 写一句。"
BAD = "checkups: 5400"
GOOD = "checkups: 5236"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The question, and how to end it."""
    return (
        f"{subject(about)}；从{about['since']}起连着{about['steps']}次都正好新增{about['step']}{about['unit']}",
        f"核对一下，是不是平均摊出来的？是的，改成实际完成的数；{otherwise(about, '每次新增一样的原因')}",
    )
