"""A list that says that there is nothing would be printed, and counted, as a problem."""

from __future__ import annotations

from minsheng_cli.terms import key_name

SEVERITY = "error"
TITLE = "没有问题却写了一条"
WHY = "写上“无”，报表就会当成一个问题印出来，还算在有问题的项目里。"
MEND = "没有问题、没有亮点的，整行删掉。"
BAD = "problems: [无]"
GOOD = "problems: []"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    key = about["key"]
    hint = f"删掉这一行；要留着这一行的，写成 {key}: []" if about["flow"] else "删掉这一项"
    return f"{key_name(key)}只写了“{about['text']}”，会当成一条印出来", hint
