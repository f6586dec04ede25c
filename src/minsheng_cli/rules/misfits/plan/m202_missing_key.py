"""Something that the rules cannot do without is not there."""

from minsheng_cli.rules.misfits.shape import missing_key as word

SEVERITY = "error"
TITLE = "缺少必填项"

__all__ = ["SEVERITY", "TITLE", "word"]
