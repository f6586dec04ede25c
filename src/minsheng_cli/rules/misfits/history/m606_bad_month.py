"""Which month was closed must be certain."""

from minsheng_cli.rules.misfits.shape import bad_month as word

SEVERITY = "error"
TITLE = "关账的月份写法不对"
WHY = "月份看不懂，就不知道关的是哪个月的账。"
MEND = "写成“年-月”，年四位，月两位。"
BAD = "month: 2024年3月"
GOOD = "month: 2024-03"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
