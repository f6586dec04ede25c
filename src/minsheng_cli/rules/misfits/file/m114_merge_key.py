"""A merge key (<<) copies keys from elsewhere; a ledger says each thing where it stands."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "用了YAML合并键"
WHY = "“<<”会把别处的几行并进来，台账要一眼看得到每个数，所以不用它。"
MEND = "删掉“<<”，把要并进来的内容照写一遍。"
BAD = "<<: {street-lamps: 912}"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "“<<”是YAML合并键，台账里不能用", "删掉这一行，把要合并的内容照写一遍"
