"""Ids are ASCII, because git quotes other names and options must be typed."""

from minsheng_cli.rules.misfits.shape import bad_id as word

SEVERITY = "error"
TITLE = "代号写法不对"
WHY = "代号要和计划里的一模一样，程序才知道这个数是哪个指标的；中文名称写在这里认不出来。"
MEND = "换成计划里的代号。"
BAD = "department: Transport"
GOOD = "department: transport"

__all__ = ["SEVERITY", "TITLE", "word"]
