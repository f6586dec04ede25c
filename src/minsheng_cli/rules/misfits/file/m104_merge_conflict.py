"""Two people changed the same lines; git left both versions with its marks, and somebody has to choose."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "留有没处理完的合并标记"
WHY = "两个人改了同一处，合并时两份都留了下来，等着人挑。不挑出一份，程序不知道该用哪个数。"
MEND = "两份里留下正确的一份，再把以 <<<<<<<、|||||||、=======、>>>>>>> 开头的行都删掉。"
BAD = "<<<<<<< HEAD\n      street-lamps: 912\n=======\n      street-lamps: 920\n>>>>>>> april"
GOOD = "      street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"留有没处理完的合并标记“{about['marker']}”，两个人改了同一处",
        "在两份内容中留下正确的一份，并把以 <<<<<<<、|||||||、=======、>>>>>>> 开头的行都删掉",
    )
