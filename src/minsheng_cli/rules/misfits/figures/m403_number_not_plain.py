"""Numbers that YAML or people read in two ways: full-width digits, 0123, 1_000, 12:30, yes."""

from __future__ import annotations

from minsheng_cli.rules.misfits.shape import number_cause

SEVERITY = "error"
TITLE = "数字写法不规范"
WHY = "带逗号、前面带0、用全角打的数，各个程序读法不同，同一个数会读成两个。"
MEND = "只写半角的阿拉伯数字，不带逗号和别的符号。"
BAD = "street-lamps: ９１２"
GOOD = "street-lamps: 912"


def mend(about: dict[str, str]) -> str:
    """What to type instead, where that is certain."""
    if about["mend"]:
        return f"写成：{about['mend']}"
    if about["cause"] in ("yes-no", "placeholder"):
        return "有数就写数字，没有进展写0；本月没有数据就删掉这一行"
    return "只写半角阿拉伯数字，例如 230 或 2.8"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}写的是“{about['text']}”，{number_cause(about['cause'])}", mend(about)
