"""A unit typed into the number (230套, 2.8公里): the unit stands in the plan already."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "数字里带了单位"


def unit(about: dict[str, str]) -> str:
    """The unit to report in, where the plan says it."""
    return f"“{about['unit']}”" if about["unit"] else ""


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}写的是“{about['text']}”，数字里带了单位", f"只写数字：{about['mend']}" if about[
        "mend"
    ] else f"按报送单位{unit(about)}换算后只写数字（例如1.2万写成12000）"
