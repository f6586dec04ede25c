"""A figure with a note and no value says nothing."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "有说明没有数"
WHY = "只有说明没有数，程序不知道做了多少，只能当没有报。"
MEND = "补上数；本月没有数据的，把这一项删掉。"
BAD = "prenatal-tests: {eligible: 316}"
GOOD = "prenatal-tests: {done: 301, eligible: 316}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}没有填数", f"补上 {about['wanted']}: …；本月没有数据就把这一项删掉"
