"""A trend is judged against its baseline; a schedule for it would be ignored."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "趋势指标没有时间表"
WHY = "持续提升的指标只和基数比，排了时间表也不会用，看的人却会当真。"
MEND = "从 schedule 里删掉这一项。"
BAD = """\
checkups: {2024-06: 5000, 2024-09: 9600, 2024-12: 12000}
satisfaction: {2024-12: 95}"""
GOOD = "checkups: {2024-06: 5000, 2024-09: 9600, 2024-12: 12000}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}是“持续提升”类指标，不设时间表", "从 schedule 里删掉这一项"
