"""A file saved by Notepad as ANSI (GBK) or Unicode (UTF-16), or no text at all."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件不是UTF-8编码"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"文件不是UTF-8编码，像是{about['encoding']}"
        if about["encoding"]
        else "文件不是UTF-8编码，从这里起认不出是什么文字",
        "用记事本打开，选“另存为”，编码选“UTF-8”，再保存"
        if about["encoding"]
        else "请找原文件重新另存为UTF-8编码的文本文件",
    )
