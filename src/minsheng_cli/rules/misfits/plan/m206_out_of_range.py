"""A number that this field cannot take."""

from minsheng_cli.rules.misfits.shape import out_of_range as word

SEVERITY = "error"
TITLE = "数值不在允许范围"
WHY = "数不在可能的范围里，多半是多打少打了，或者填错了地方。"
MEND = "核对计划原文，改成范围以内的数。"
BAD = "reporting: {due_day: 35}"
GOOD = "reporting: {due_day: 5}"

__all__ = ["SEVERITY", "TITLE", "word"]
