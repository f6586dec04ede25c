"""Months are written YYYY-MM, so that they sort and compare."""

from minsheng_cli.rules.misfits.shape import bad_month as word

SEVERITY = "error"
TITLE = "月份写法不对"
WHY = "月份要排先后、算间隔，写法不一就会排错、算错。"
MEND = "写成四位年、短横线、两位月，一位的月份前面补0。"
BAD = "- month: 4月"
GOOD = "- month: 2024-04"

__all__ = ["SEVERITY", "TITLE", "word"]
