"""A link that leads out of the ledger could publish what was never meant to be in it."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "链接指向台账外面"
WHY = "链接指到台账文件夹外面，会把没打算公开的文件读进来；别人拿到台账，也打不开外面的文件。"
MEND = "删掉链接，把文件本身复制到这里。"
BAD = "（transport.yaml 是链接，指向别的文件夹里的文件）"
GOOD = "（transport.yaml 是文件本身）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return "这是一个链接，指向台账文件夹外面，没有读取", "删掉链接，把文件本身复制到这里"
