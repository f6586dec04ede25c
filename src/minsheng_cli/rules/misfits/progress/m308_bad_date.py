"""Days are written YYYY-MM-DD, so that they sort and compare."""

from minsheng_cli.rules.misfits.shape import bad_date as word

SEVERITY = "error"
TITLE = "日期写法不对"
WHY = "报送日期要用来看是不是按时报的，写法不一，程序认不准是哪一天。"
MEND = "写成四位年、两位月、两位日，中间用短横线。"
BAD = "reported_on: 2024-04-31"
GOOD = "reported_on: 2024-05-03"

__all__ = ["SEVERITY", "TITLE", "word"]
