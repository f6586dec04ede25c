"""A number that this field cannot take."""

from minsheng_cli.rules.misfits.shape import out_of_range as word

SEVERITY = "error"
TITLE = "数值不在允许范围"
WHY = "这个数在这里讲不通，多半是打错了；照着算，完成率和时限都会错。"
MEND = "对照计划原文核对，改成允许范围里的数。"
BAD = "percent: 120"
GOOD = "percent: 100"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
