"""Numbers are taken exactly as typed, so they must be typed plainly."""

from minsheng_cli.rules.misfits.shape import bad_number as word

SEVERITY = "error"
TITLE = "数字写法不对"
WHY = "计划里的数一个字也不替人改，所以只能写一种样子，写成别的样子就不知道是多少。"
MEND = "只写半角的阿拉伯数字和小数点，不带单位、逗号和%号。"
BAD = "target: 240套"
GOOD = "target: 240"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
