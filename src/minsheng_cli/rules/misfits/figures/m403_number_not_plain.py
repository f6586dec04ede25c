"""Numbers that YAML or people read in two ways: full-width digits, 0123, 1_000, 12:30, yes."""

from __future__ import annotations

from fractions import Fraction

from minsheng_cli.numbers import written
from minsheng_cli.rules.misfits.shape import number_cause
from minsheng_cli.rules.writing import added_up

SEVERITY = "error"
TITLE = "数字写法不规范"
WHY = "同一个数写法不一，程序和人会读成不同的数，所以只认一种写法。"
MEND = "只写半角的阿拉伯数字和小数点；没有进展的照填上次的数，本月没有数就删掉这一行。"
BAD = "checkups: 3,712"
GOOD = "checkups: 3712"


def mend(about: dict[str, str]) -> str:
    """What to type instead, where that is certain."""
    if about["mend"] and about["cause"] == "quotes":
        return f"去掉引号，写成：{about['mend']}"
    if about["cause"] == "plus-sign" and about.get("last"):
        return _added(about["last"], about["mend"])
    if about["mend"]:
        return f"写成：{about['mend']}"
    if about.get("guess"):
        return f"是不是{about['guess']}？如是，请改成：{about['guess']}"
    if about["cause"] == "range":
        return "请填准确的数"
    if about.get("last"):
        return f"本月没有数的，删掉这一行；没有进展的，照填上次的数，写成：{about['last']}"
    if about["cause"] in ("yes-no", "placeholder"):
        return "有数的写数字，没有进展的照填上次的数，一次也没有过的写0；本月没有数的，删掉这一行"
    return "只写半角阿拉伯数字，例如 230 或 2.8"


def _added(last: str, more: str) -> str:
    """What to type for “+912”: the sum where the month's increment was meant, the number where it was not."""
    total = written(Fraction(last) + Fraction(more))
    increment = f"{added_up(last, more)}，写成"
    if Fraction(more) < Fraction(last):
        return f"{increment}：{total}"
    return f"{increment} {total}；本来就是累计数的，写成：{more}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}写的是“{about['text']}”，{number_cause(about['cause'])}", mend(about)
