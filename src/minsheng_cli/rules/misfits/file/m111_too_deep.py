"""A ledger is a few levels deep; a file nested deeper is broken or meant to do harm."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "层次太深"
WHY = "台账最多也就套几层，套到几十层只能是括号打多了，或者文件坏了。"
MEND = "把多打的括号删掉。"
BAD = "problems: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
GOOD = "problems: [沥青供应不足]"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"括号套了{about['limit']}层以上，台账用不到这么多层", "检查这里是不是多打了括号"
