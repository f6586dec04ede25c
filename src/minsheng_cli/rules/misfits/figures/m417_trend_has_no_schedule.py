"""A trend is judged against its baseline; a schedule for it would be ignored."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "趋势指标没有时间表"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}是“持续提升”类指标，不设时间表", "从 schedule 里删掉这一项"
