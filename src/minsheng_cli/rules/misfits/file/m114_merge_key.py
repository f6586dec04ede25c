"""A merge key (<<) copies keys from elsewhere; a ledger says each thing where it stands."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "用了“<<”抄别处的内容"
WHY = "“<<”是让程序到别处去抄一段。抄来的数在这里看不见，别人核对不了。"
MEND = "删掉这一行，把要抄的内容照写一遍。"
BAD = "<<: {street-lamps: 912}"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "“<<”是让程序到别处去抄一段，台账里不能用", "删掉这一行，把要抄的内容照写一遍"
