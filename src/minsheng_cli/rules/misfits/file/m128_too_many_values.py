"""A file may be small and still hold more than a county ever reports; what is built of it would fill the memory."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件里的内容太多"
WHY = "一个部门一年的月报也就几百个数。一个文件里写了十万项，多半是同一段重复粘贴了，硬读会拖住电脑。"
MEND = "检查是不是重复粘贴了，删掉多出来的。"
BAD = "（一个文件里有三十万项，同一行重复了几万遍）"
GOOD = "（一个文件里几百项、几千项）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"文件里的内容太多，到这里已经超过{int(about['limit']):,}项，后面的没有读，整个文件没有用",
        "检查是不是重复粘贴了，删掉多出来的",
    )
