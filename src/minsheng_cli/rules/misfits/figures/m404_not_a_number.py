"""A text stands where a figure belongs."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "应当填数字"
WHY = "这里要拿来加减，文字算不了。"
MEND = "填累计完成数；要说明的话写在 note 里。"
BAD = "street-lamps: 约900"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"{about['key']}写的是“{about['text']}”，这里要填数字",
        "填累计完成数，例如 230；要说明的话写成 {done: 230, note: 说明}",
    )
