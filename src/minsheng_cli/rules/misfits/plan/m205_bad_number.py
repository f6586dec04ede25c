"""Numbers are taken exactly as typed, so they must be typed plainly."""

from minsheng_cli.rules.misfits.shape import bad_number as word

SEVERITY = "error"
TITLE = "数字写法不对"

__all__ = ["SEVERITY", "TITLE", "word"]
