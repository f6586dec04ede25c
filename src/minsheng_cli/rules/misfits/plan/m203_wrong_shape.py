"""A list stands where a value belongs, or the other way round."""

from minsheng_cli.rules.misfits.shape import wrong_shape as word

SEVERITY = "error"
TITLE = "写法不是要求的形式"
WHY = "该写一串的写成了一句话，或者该写一句话的写成了一串，程序不知道怎么读。"
MEND = "照正确的例子改成要求的样子。"
BAD = """\
- homes: 住有所居
- travel: 出行便利
- care: 病有所医"""
GOOD = """\
homes: 住有所居
travel: 出行便利
care: 病有所医"""

__all__ = ["SEVERITY", "TITLE", "word"]
