"""Something that the rules cannot do without is not there."""

from minsheng_cli.rules.misfits.shape import missing_key as word

SEVERITY = "error"
TITLE = "缺少必填项"
WHY = "缺了这一项，不知道是谁报的、报的是哪个月，数就用不上。"
MEND = "补上这一项。"
BAD = "sample: true"
GOOD = """\
department: transport
sample: true"""

__all__ = ["SEVERITY", "TITLE", "word"]
