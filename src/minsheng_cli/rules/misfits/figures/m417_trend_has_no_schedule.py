"""A trend is judged against its baseline; a schedule for it would be ignored."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "趋势指标没有时间表"
WHY = "“持续提升”的指标只和基数比，没有每月应做到多少的说法；写了时间表也用不上，别人还以为在按它考核。"
MEND = "从 schedule 里删掉这一行。"
BAD = "satisfaction: {2024-12: 95}\nprenatal-tests: {2024-09: 90, 2024-12: 100}"
GOOD = "prenatal-tests: {2024-09: 90, 2024-12: 100}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}是趋势指标，只和基数比，不排时间表", "删掉这一项"
