"""Chinese input methods type full-width signs; YAML only knows the half-width ones."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "用了全角标点或全角空格"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"这里用了{about['sign']}，程序只认半角", f"切换到英文输入法，改成{about['mend']}"
