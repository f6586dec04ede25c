"""Months are written YYYY-MM, so that they sort and compare."""

from minsheng_cli.rules.misfits.shape import bad_month as word

SEVERITY = "error"
TITLE = "月份写法不对"
WHY = "月份只用一种写法，各部门的月报才排得到一起，不会把一个月看成另一个月。"
MEND = "写成“年-月”，年四位，月两位。"
BAD = "month: 2024/04"
GOOD = "month: 2024-04"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
