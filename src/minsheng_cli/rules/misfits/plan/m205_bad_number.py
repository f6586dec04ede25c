"""Numbers are taken exactly as typed, so they must be typed plainly."""

from minsheng_cli.rules.misfits.shape import bad_number as word

SEVERITY = "error"
TITLE = "数字写法不对"
WHY = "计划里的数要拿来算，写法不规范会有两种读法。"
MEND = "只写半角的阿拉伯数字。"
BAD = "- no: 二"
GOOD = "- no: 2"

__all__ = ["SEVERITY", "TITLE", "word"]
