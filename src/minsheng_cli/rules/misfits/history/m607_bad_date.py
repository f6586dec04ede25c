"""When a month was closed or reopened must be certain."""

from minsheng_cli.rules.misfits.shape import bad_date as word

SEVERITY = "error"
TITLE = "关账、重开的日期写法不对"
WHY = "以后要说得清哪天关的账、哪天重开的，日期只用一种写法。"
MEND = "写成“年-月-日”，月和日各写两位，照日历上有的日子写。"
BAD = "closed_on: 2024/4/12"
GOOD = "closed_on: 2024-04-12"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
