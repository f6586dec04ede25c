"""A coverage needs two numbers: covered, and eligible to date. One number may be either, or a rate."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "覆盖率指标要报两个数"
WHY = "应查尽查要看该查多少、查了多少。只有一个数，不知道是查了的还是该查的，也可能是比例。"
MEND = "写成 done（累计完成）和 eligible（累计符合条件）两个数。"
BAD = "prenatal-tests: [301, 316]"
GOOD = "prenatal-tests: {done: 301, eligible: 316}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"{about['key']}只写了“{about['text']}”，应查尽查一类的指标要报两个数",
        f"写成 {{done: 已完成{about['unit']}数, eligible: 符合条件{about['unit']}数}}，都是累计数",
    )
