"""An anchor (&name) is a shorthand of YAML that hides figures from whoever reads the file."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "用了YAML锚点"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"以 & 开头的写法“{about['name']}”有特殊含义，台账里不能用",
        "是文字就用英文双引号括起来；不是就删掉，把内容照写一遍",
    )
