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
        f"{about['key']}写的是{about['text']}，累计数不能小于0",
        "填从年初到本月底的累计数；要核减请填核减后的累计数，并写 revision 说明原因",
    )
