"""Only certain words are possible here."""

from minsheng_cli.rules.misfits.shape import bad_choice as word

SEVERITY = "error"
TITLE = "用词不在可选范围"
WHY = "这里只有几个词可选，写成别的，程序不知道按哪一种办。"
MEND = "从检查列出的几个词里选一个，照样写。"
BAD = "sample: yes"
GOOD = "sample: true"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
