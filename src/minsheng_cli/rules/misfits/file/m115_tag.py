"""A tag (!name) asks the reader to build something; a ledger holds plain text and numbers."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "用了YAML标签"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"“{about['name']}”是YAML标签，台账里不能用", "删掉以 ! 开头的标签，只留后面的值"
