"""Only certain words are possible here."""

from minsheng_cli.rules.misfits.shape import bad_choice as word

SEVERITY = "error"
TITLE = "用词不在可选范围"
WHY = "这里只认规定的几个词，写成别的，程序不知道按哪一种规则算。"
MEND = "从列出的几个词里选一个。"
BAD = "baseline_from: first"
GOOD = "baseline_from: first report"

__all__ = ["SEVERITY", "TITLE", "word"]
