"""A file saved by Notepad as ANSI (GBK) or Unicode (UTF-16), or no text at all."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件不是UTF-8编码"
WHY = "文件存成了别的编码，汉字在别人的电脑上会变成乱码，程序也认不出来。"
MEND = "用记事本打开，选“另存为”，编码选“UTF-8”，再保存。"
BAD = "（用记事本另存为时，编码选了“ANSI”）"
GOOD = "（用记事本另存为时，编码选“UTF-8”）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    if about["mixed"]:
        return (
            f"文件里混着两种编码：别处是UTF-8，从“{about['sign']}”起像是{about['encoding']}"
            if about["sign"]
            else "文件里混着两种编码：别处是UTF-8，这里的字认不出来",
            "用记事本打开，把这里的乱码删掉重打，再“另存为”，编码选“UTF-8”",
        )
    if about["sign"]:
        return (
            f"文件不是UTF-8编码，像是{about['encoding']}，从“{about['sign']}”起都要转换",
            "用记事本打开，选“另存为”，编码选“UTF-8”，再保存",
        )
    return (
        f"文件像是{about['encoding']}，但内容不完整，读不出来"
        if about["encoding"]
        else "文件不是UTF-8编码，从这里起认不出是什么文字",
        "找到原来的文件，重新“另存为”，编码选“UTF-8”",
    )
