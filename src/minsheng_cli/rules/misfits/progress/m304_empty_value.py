"""A key with nothing behind it: nobody can say whether it is 0, unknown or forgotten."""

from minsheng_cli.rules.misfits.shape import empty_value as word

SEVERITY = "error"
TITLE = "填了名称没有填值"
WHY = "只写了名称，后面是空的，别人看不出是没有进展、没有数，还是忘了填。"
MEND = "填上内容；没有进展的填0，本月没有数的把这一行删掉。"
BAD = "street-lamps:"
GOOD = "street-lamps: 912"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
