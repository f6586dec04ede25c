"""A coverage needs two numbers: covered, and eligible to date. One number may be either, or a rate."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "覆盖率指标要报两个数"
WHY = "应查尽查一类的指标，要看符合条件的有多少、做了多少。只报一个数，算不出覆盖率，也看不出还差多少。"
MEND = "done 写累计完成的数，eligible 写到当月为止符合条件的总数，两个都写。"
BAD = "prenatal-tests: 301/316"
GOOD = "prenatal-tests: {done: 301, eligible: 316}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = f"{about['key']}只写了“{about['text']}”，应查尽查一类的指标要报两个数"
    if about["done"]:
        mend = f"{{done: {about['done']}, eligible: {about['eligible']}}}"
        return sentence, f"先写完成的，再写符合条件的，写成：{mend}"
    unit = about["unit"]
    return sentence, f"两个都是累计数，照这样写：{{done: 已完成{unit}数, eligible: 符合条件{unit}数}}"
