"""More people covered than there are: one of the two figures is wrong."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "完成数超过底数"
WHY = "完成的比应该完成的还多，两个数必有一个填错了，覆盖率会超过100%。"
MEND = "核对 done（累计完成）和 eligible（底数）两个数，改正填错的那个。"
BAD = "prenatal-tests: {done: 316, eligible: 301}"
GOOD = "prenatal-tests: {done: 301, eligible: 316}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"{about['key']}完成{about['done']}{about['unit']}，超过了底数{about['eligible']}{about['unit']}",
        "核对 done（累计完成）和 eligible（底数）两个数，改正填错的那个",
    )
