"""A file without content says nothing, not even that nothing was done."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件是空的"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "文件是空的", "按模板填写内容；部门的文件不需要时请删掉"
