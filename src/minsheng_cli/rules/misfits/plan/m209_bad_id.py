"""Ids are ASCII, because git quotes other names and options must be typed."""

from minsheng_cli.rules.misfits.shape import bad_id as word

SEVERITY = "error"
TITLE = "代号写法不对"
WHY = "代号是各个文件互相找人的依据，要让哪台电脑都打得出、认得准，所以只用小写英文字母、数字和短横线。"
MEND = "换成小写英文的代号，中文写在 name 里。"
BAD = "- id: Street_Lamps"
GOOD = "- id: street-lamps"

__all__ = ["SEVERITY", "TITLE", "word"]
