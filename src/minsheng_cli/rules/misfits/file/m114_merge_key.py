"""A merge key (<<) copies keys from elsewhere; a ledger says each thing where it stands."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "用了YAML合并键"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "“<<”是YAML合并键，台账里不能用", "删掉这一行，把要合并的内容照写一遍"
