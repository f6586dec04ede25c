"""A workbook or a document that was only given a ledger's name: nothing in it can be read as text."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "不是文本文件"
WHY = "把Excel、Word文件的扩展名改成.yaml，里面还是原来的格式，程序读不出一个字。"
MEND = "把它移走，照 docs/files.md 里的例子另写一个文本文件，把里面的数抄过去。"
BAD = "PK"
GOOD = "department: transport"

_KINDS = {
    "zip": "Excel、Word文件或压缩包",
    "ole": "老版本的Excel或Word文件",
    "pdf": "PDF文件",
    "rtf": "写字板文件",
    "image": "图片",
}


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    kind = _KINDS.get(about["of"])
    sentence = f"这不是文本文件，是{kind}，只是改了扩展名" if kind else "这不是文本文件，里面的内容读不出来"
    return sentence, "照 docs/files.md 里的例子另写一个文本文件，把里面的数抄过去；不是月报的，把它移走"
