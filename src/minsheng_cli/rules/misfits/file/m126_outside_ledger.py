"""A link that leads out of the ledger could publish what was never meant to be in it."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "链接指向台账外面"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "这是一个链接，指向台账文件夹外面，没有读取", "用文件本身代替链接"
