"""A file without content says nothing, not even that nothing was done."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件是空的"
WHY = "空文件什么也没说：是没有进展，还是忘了填，看的人分不清。"
MEND = "按模板填好；这个部门用不着报的，把文件删掉。"
BAD = "（文件里一个字也没有）"
GOOD = "（文件里写明部门和月报，还没有月报就写 reports: []）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "文件是空的", "按模板填写内容；部门的文件不需要时请删掉"
