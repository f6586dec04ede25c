"""A folder, a pipe or a device stands where a file belongs."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "这里应当是一个文件"
WHY = "这个位置应当放台账文件，放成了文件夹，程序就没有月报可读。"
MEND = "把它移到别处，放上同名的台账文件。"
BAD = "（transport.yaml 是一个文件夹）"
GOOD = "（transport.yaml 是一个文本文件）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "这里应当是一个普通文件，却是文件夹或别的东西", "把它移走，放上同名的台账文件"
