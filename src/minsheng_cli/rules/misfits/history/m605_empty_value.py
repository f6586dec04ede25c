"""A key of the record with nothing behind it."""

from minsheng_cli.rules.misfits.shape import empty_value as word

SEVERITY = "error"
TITLE = "关账记录里有一项是空的"
WHY = "日期、校验码、原因空着，这一条记录就等于没有。"
MEND = "补上内容；校验码照原来的文件补。"
BAD = "reason:"
GOOD = "reason: 交通局补报路灯18盏"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
