"""A folder, a pipe or a device stands where a file belongs."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "这里应当是一个文件"
WHY = "该放文件的地方放了文件夹或别的东西，读不出内容，部门的数就缺了。"
MEND = "把它移走，放上同名的文件。"
BAD = "（housing.yaml 是一个文件夹）"
GOOD = "（housing.yaml 是一个文件）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "这里应当是一个普通文件，却是文件夹或别的东西", "把它移走，放上同名的YAML文件"
