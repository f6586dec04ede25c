"""Days are written YYYY-MM-DD, so that they sort and compare."""

from minsheng_cli.rules.misfits.shape import bad_date as word

SEVERITY = "error"
TITLE = "日期写法不对"
WHY = "日期只用一种写法，才看得出哪天报的、有没有迟报。"
MEND = "写成“年-月-日”，月和日各写两位，照日历上有的日子写。"
BAD = "reported_on: 2024/5/3"
GOOD = "reported_on: 2024-05-03"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
