"""Something that the rules cannot do without is not there."""

from minsheng_cli.rules.misfits.shape import missing_key as word

SEVERITY = "error"
TITLE = "缺少必填项"
WHY = "缺了这一项，后面的数就算不出来，也没法向群众说清楚承诺的是什么。"
MEND = "按计划原文补上这一项。"
BAD = "kind: quantity"
GOOD = """\
kind: quantity
target: 240"""

__all__ = ["SEVERITY", "TITLE", "word"]
