"""An entry of the record from which something was taken away."""

from minsheng_cli.rules.misfits.shape import missing_key as word

SEVERITY = "error"
TITLE = "关账记录缺了一项"
WHY = "关账要有日期和校验码，重开要有日期和原因；缺了一项，就说不清那个月当时是什么样、为什么又动过。"
MEND = "重开没有写原因的，补上原因；别的照原来的文件补回去。"
BAD = "- month: 2024-03\n  reopened_on: 2024-04-20"
GOOD = "- month: 2024-03\n  reopened_on: 2024-04-20\n  reason: 交通局补报路灯18盏"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
