"""An alias (*name) repeats another place; a ledger says each thing where it stands."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "用了YAML引用"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"“*{about['name']}”是YAML引用，台账里不能用",
        "把要引用的内容照写一遍；文字要以 * 开头时用英文双引号括起来",
    )
