"""A key with nothing behind it: nobody can say whether it is 0, unknown or forgotten."""

from minsheng_cli.rules.misfits.shape import empty_value as word

SEVERITY = "error"
TITLE = "填了名称没有填值"
WHY = "只写了名称，后面是空的，别人看不出是没有，还是忘了填。"
MEND = "填上内容；确实没有的，把这一行删掉。"
BAD = "target:"
GOOD = "target: 240"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
