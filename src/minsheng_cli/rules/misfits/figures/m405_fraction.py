"""Houses, people and sites are counted in whole numbers; a fraction is a slip of the unit."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "按个数计的指标出现小数"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"{about['key']}写的是{about['text']}，单位是“{about['unit']}”，不应有小数",
        f"按“{about['unit']}”填整数；是不是按“万”填了？",
    )
