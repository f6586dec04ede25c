"""A list stands where a value belongs, or the other way round."""

from minsheng_cli.rules.misfits.shape import wrong_shape as word

SEVERITY = "error"
TITLE = "写法不是要求的形式"

__all__ = ["SEVERITY", "TITLE", "word"]
