"""A list that says that there is nothing would be printed, and counted, as a problem."""

from __future__ import annotations

from minsheng_cli.terms import key_name

SEVERITY = "warning"
TITLE = "没有问题却写了一条"
WHY = "写上“无”，看着像有一个问题。报表会略去这一条。"
MEND = "没有问题、没有亮点的，整行删掉。"
BAD = "problems: [无]"
GOOD = "problems: []"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    key = about["key"]
    hint = f"删掉这一行；要留着这一行的，写成 {key}: []" if about["flow"] else "删掉这一项"
    return f"{key_name(key)}只写了“{about['text']}”，报表里略去了", hint
