"""An anchor (&name) is a shorthand of YAML that hides figures from whoever reads the file."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "用了YAML锚点"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"“&{about['name']}”是YAML锚点，台账里不能用",
        f"删掉“&{about['name']}”；文字要以 & 开头时用英文双引号括起来",
    )
