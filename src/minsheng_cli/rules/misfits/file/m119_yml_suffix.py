"""Only *.yaml is read, so that a report in a *.yml file is not left out without a word."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件扩展名应为.yaml"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "扩展名不是.yaml，这个文件不会被读取", f"把文件改名为 {about['mend']}"
