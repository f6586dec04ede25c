"""Days are written YYYY-MM-DD, so that they sort and compare."""

from minsheng_cli.rules.misfits.shape import bad_date as word

SEVERITY = "error"
TITLE = "日期写法不对"

__all__ = ["SEVERITY", "TITLE", "word"]
