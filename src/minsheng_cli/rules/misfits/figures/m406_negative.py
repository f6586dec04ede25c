"""Nothing done is 0; less than nothing is a slip, or an increment typed for the cumulative figure."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "数字小于0"
WHY = "一个也没有完成是0，不会比0还少；填成负数，多半是填了本月核减的数。"
MEND = "填核减以后的数；累计数变小了的，用 revision 写明原因。"
BAD = "street-lamps: -8"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"{about['key']}写的是{about['text']}，这个数不能小于0",
        "填从年初到本月底的数；确实核减的，填核减以后的累计数，再写上原因，例如 {done: 852, revision: 核减的原因}",
    )
