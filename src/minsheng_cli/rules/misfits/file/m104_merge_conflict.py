"""Two people changed the same lines; git left both versions with its marks, and somebody has to choose."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "留有合并冲突标记"
WHY = "两个人改了同一处，git把两份都留在文件里等人来选；不选，同一个数就有两个说法。"
MEND = "留下正确的一份，把带 <<<<<<<、=======、>>>>>>> 的行都删掉。"
BAD = """\
      street-lamps: 912
>>>>>>> april"""
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"留有没处理完的合并冲突标记“{about['marker']}”，两个人改了同一处",
        "在两份内容中留下正确的一份，并把以 <<<<<<<、|||||||、=======、>>>>>>> 开头的行都删掉",
    )
