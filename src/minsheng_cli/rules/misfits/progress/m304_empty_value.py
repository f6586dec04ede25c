"""A key with nothing behind it: nobody can say whether it is 0, unknown or forgotten."""

from minsheng_cli.rules.misfits.shape import empty_value as word

SEVERITY = "error"
TITLE = "填了名称没有填值"
WHY = "只有名称没有内容，分不清是没有进展还是忘了填。"
MEND = "有就填上；没有的，把这一行删掉。"
BAD = "street-lamps:"
GOOD = "street-lamps: 912"

__all__ = ["SEVERITY", "TITLE", "word"]
