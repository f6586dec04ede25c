"""Ids are ASCII, because git quotes other names and options must be typed."""

from minsheng_cli.rules.misfits.shape import bad_id as word

SEVERITY = "error"
TITLE = "代号写法不对"
WHY = "月报靠代号和计划对上。写成汉字或大写，就对不上，这个数会算作没有报。"
MEND = "照抄计划里的代号，只有小写英文字母、数字和短横线。"
BAD = "路灯: 912"
GOOD = "street-lamps: 912"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
