"""A number that this field cannot take."""

from minsheng_cli.rules.misfits.shape import out_of_range as word

SEVERITY = "error"
TITLE = "数值不在允许范围"

__all__ = ["SEVERITY", "TITLE", "word"]
