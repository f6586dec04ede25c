"""A list stands where a value belongs, or the other way round."""

from minsheng_cli.rules.misfits.shape import wrong_shape as word

SEVERITY = "error"
TITLE = "写法不是要求的形式"
WHY = "有的地方要列几项，有的地方只填一个，写成另一种样子，程序就分不清是几项。"
MEND = "列几项的用方括号，写成 [甲, 乙]；只填一个的，直接写，不加括号。"
BAD = "problems: 沥青供应不足"
GOOD = "problems: [沥青供应不足]"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
