"""Days are written YYYY-MM-DD, so that they sort and compare."""

from minsheng_cli.rules.misfits.shape import bad_date as word

SEVERITY = "error"
TITLE = "日期写法不对"
WHY = "日期有很多种写法，只用一种，才不会有人把月看成日，先后也排得对。"
MEND = "写成“年-月-日”，月和日各写两位，照日历上有的日子写。"
BAD = "start: 2024年1月1日"
GOOD = "start: 2024-01-01"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
