"""A key that the program does not know is mostly a misspelt one; its value would be lost."""

from minsheng_cli.rules.misfits.shape import unknown_key as word

SEVERITY = "error"
TITLE = "不认识的名称"
WHY = "名称写错一个字母，程序就不知道这一项是什么，写在后面的内容等于没有写。"
MEND = "改成 docs/files.md 里列出的名称；多写的就删掉。"
BAD = "目标: 240"
GOOD = "target: 240"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
