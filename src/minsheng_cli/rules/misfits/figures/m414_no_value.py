"""A figure with a note and no value says nothing."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "有说明没有数"
WHY = "只写了说明没有写数，报表只能算未报。"
MEND = "补上数；本月确实没有数的，把这一项整个删掉。"
BAD = "rural-roads: {note: 雨天多}"
GOOD = "rural-roads: {done: 7.85, note: 雨天多}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    lacking = "节点" if about["wanted"] == "stage" else "数"
    return (
        f"{about['key']}没有填{lacking}",
        f"在花括号里补上 {about['wanted']}: …；本月没有报的，把这一项删掉",
    )
