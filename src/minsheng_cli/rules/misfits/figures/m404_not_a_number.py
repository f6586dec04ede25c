"""A text stands where a figure belongs."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "应当填数字"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"{about['key']}写的是“{about['text']}”，这里要填数字",
        "填累计完成数，例如 230；要说明的话写成 {done: 230, note: 说明}",
    )
