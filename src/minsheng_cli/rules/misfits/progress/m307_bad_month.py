"""Months are written YYYY-MM, so that they sort and compare."""

from minsheng_cli.rules.misfits.shape import bad_month as word

SEVERITY = "error"
TITLE = "月份写法不对"

__all__ = ["SEVERITY", "TITLE", "word"]
