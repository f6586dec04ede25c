"""A key of the record that the program does not know, mostly by hand."""

from minsheng_cli.rules.misfits.shape import unknown_key as word

SEVERITY = "error"
TITLE = "关账记录里有不认识的名称"
WHY = "关账记录是 minsheng close 写的，多出来或改过的名称程序不认识，这一条就作不了数。"
MEND = "改回原来的名称；要记别的事，写在“# ”后面。"
BAD = "remark: 数据已核对"
GOOD = "# 数据已核对"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
