"""An anchor (&name) is a shorthand of YAML that hides figures from whoever reads the file."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "用了YAML锚点"
WHY = "开头的 & 在这种文件里另有用处，会把别处的内容悄悄带过来，看文件的人看不出数从哪里来。"
MEND = "是文字就用英文双引号括起来；不是就删掉。"
BAD = "street-lamps: &lamps 912"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"以 & 开头的写法“{about['name']}”有特殊含义，台账里不能用",
        "是文字就用英文双引号括起来；不是就删掉，把内容照写一遍",
    )
