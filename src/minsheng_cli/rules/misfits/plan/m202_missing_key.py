"""Something that the rules cannot do without is not there."""

from minsheng_cli.rules.misfits.shape import missing_key as word

SEVERITY = "error"
TITLE = "缺少必填项"
WHY = "缺了这一项，就算不出进度，或者不知道该由谁负责。"
MEND = "补上这一项；各项怎么写，docs/files.md 里有例子。"
BAD = "- {date: 2024-07-01, target: 28.5, reason: 增加李庄连接线}"
GOOD = "- {date: 2024-07-01, target: 28.5, reason: 增加李庄连接线, document: 青政办〔2024〕12号}"

__all__ = ["BAD", "GOOD", "MEND", "SEVERITY", "TITLE", "WHY", "word"]
