"""Something that the rules cannot do without is not there."""

from minsheng_cli.rules.misfits.shape import missing_key as word

SEVERITY = "error"
TITLE = "缺少必填项"
WHY = "缺了这一项，就不知道这份月报是哪个月的、什么时候报的，或者报的是什么。"
MEND = "补上这一项；各项怎么写，docs/files.md 里有例子。"
BAD = "- reported_on: 2024-05-03"
GOOD = "- month: 2024-04\n  reported_on: 2024-05-03"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
