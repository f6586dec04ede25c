"""A list where a value belongs, and the like, in the record."""

from minsheng_cli.rules.misfits.shape import wrong_shape as word

SEVERITY = "error"
TITLE = "关账记录的形式不对"
WHY = "关账记录一条记一次关账或重开，写成别的样子，程序读不出哪个月关了账。"
MEND = "照 docs/files.md 里的例子改；原来的文件还在的，用原来的。"
BAD = "closed_on: [2024-04-12]"
GOOD = "closed_on: 2024-04-12"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
