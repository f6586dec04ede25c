"""A `#` behind a blank begins a comment, so the rest of the sentence is gone without a word."""

from __future__ import annotations

from minsheng_cli.source.quoting import in_quotes

SEVERITY = "error"
TITLE = "“#”后面的字不算数"
WHY = "空格后面的“#”是说明的记号，从它起到行末都不算数；“西河水厂 #1井未完成”只剩下“西河水厂”，写在括号里的还会把括号也丢掉。"
MEND = "文字里要用“#”的，用英文双引号把整段文字括起来；真是说明的，在“#”后面空一格。"
BAD = "- 东关小区 #3楼未签约"
GOOD = '- "东关小区 #3楼未签约"'


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    typed = about["typed"]
    sentence = f"“{typed}”里“#”后面的字会被当成说明，不算数"
    if about["kind"] == "number":
        number, _, remark = typed.partition("#")
        return sentence, f"说明写在 note 里，写成：{number.strip()}, note: {remark.strip()}"
    return sentence, f"用英文双引号括起来，写成：{in_quotes(typed)}"
