"""A key with nothing behind it: nobody can say whether it is 0, unknown or forgotten."""

from minsheng_cli.rules.misfits.shape import empty_value as word

SEVERITY = "error"
TITLE = "填了名称没有填值"
WHY = "只有名称没有内容，分不清是没有还是忘了填。"
MEND = "填上内容；没有的就把这一行删掉。"
BAD = "partners:"
GOOD = "partners: [reform]"

__all__ = ["SEVERITY", "TITLE", "word"]
