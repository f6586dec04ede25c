"""A tag (!name) asks the reader to build something; a ledger holds plain text and numbers."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "用了YAML标签"
WHY = "开头的 ! 在这种文件里是给程序下的指令，台账里只放文字和数，不放指令。"
MEND = "是文字就用英文双引号括起来；不是就删掉。"
BAD = "problems: [!沥青供应不足]"
GOOD = "problems: [沥青供应不足]"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"以 ! 开头的写法“{about['name']}”有特殊含义，台账里不能用",
        "是文字就用英文双引号括起来；不是就删掉，把内容照写一遍",
    )
