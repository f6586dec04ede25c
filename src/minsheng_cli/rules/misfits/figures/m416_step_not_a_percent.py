"""The schedule of a coverage is a rate in percent."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "序时应填百分数"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}的时间表写的是“{about['text']}”，这里要填0到100的百分数", "只写数字，例如 90"
