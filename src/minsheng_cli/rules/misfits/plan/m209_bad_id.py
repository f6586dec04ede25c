"""Ids are ASCII, because git quotes other names and options must be typed."""

from minsheng_cli.rules.misfits.shape import bad_id as word

SEVERITY = "error"
TITLE = "代号写法不对"
WHY = "月报靠代号和计划对上。代号用汉字、大写，不同的人打出来会不一样，就对不上了。"
MEND = "只用小写英文字母、数字和短横线；前面起过代号的，照抄那个代号。"
BAD = "lead: 交通局"
GOOD = "lead: transport"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
