"""Two people changed the same lines; git left both versions with its marks, and somebody has to choose."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "留有合并冲突标记"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"留有没处理完的合并冲突标记“{about['marker']}”，两个人改了同一处",
        "在两份内容中留下正确的一份，并把以 <<<<<<<、|||||||、=======、>>>>>>> 开头的行都删掉",
    )
