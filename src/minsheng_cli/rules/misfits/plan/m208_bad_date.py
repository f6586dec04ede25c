"""Days are written YYYY-MM-DD, so that they sort and compare."""

from minsheng_cli.rules.misfits.shape import bad_date as word

SEVERITY = "error"
TITLE = "日期写法不对"
WHY = "时限和调整日期决定按哪天来评，写法不一，程序认不准是哪一天。"
MEND = "写成四位年、两位月、两位日，中间用短横线。"
BAD = "start: 2024年1月1日"
GOOD = "start: 2024-01-01"

__all__ = ["SEVERITY", "TITLE", "word"]
