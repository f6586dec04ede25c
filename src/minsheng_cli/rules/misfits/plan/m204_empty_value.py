"""A key with nothing behind it: nobody can say whether it is 0, unknown or forgotten."""

from minsheng_cli.rules.misfits.shape import empty_value as word

SEVERITY = "error"
TITLE = "填了名称没有填值"

__all__ = ["SEVERITY", "TITLE", "word"]
