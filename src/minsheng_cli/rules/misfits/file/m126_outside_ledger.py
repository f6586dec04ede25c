"""A link that leads out of the ledger could publish what was never meant to be in it."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "链接指向台账外面"
WHY = "链接指到台账外面，会把不该公开的内容带进报表，别人拿到台账也打不开。"
MEND = "把文件本身拷进来，代替链接。"
BAD = "（housing.yaml 是链接，指向台账文件夹外面）"
GOOD = "（housing.yaml 是文件本身）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "这是一个链接，指向台账文件夹外面，没有读取", "用文件本身代替链接"
