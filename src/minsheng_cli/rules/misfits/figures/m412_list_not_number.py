"""A list stands where a number belongs."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "应当填一个数，不加方括号"
WHY = "这个指标只报一个数，用方括号列出来，程序不知道取哪一个。"
MEND = "去掉方括号，只写一个数。"
BAD = "street-lamps: [912]"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = f"{about['key']}用了方括号，这里只填一个数"
    if about["only"]:
        return sentence, f"去掉方括号，写成：{about['only']}"
    if about.get("remark") and about["mend"]:
        return sentence, f"说明写在 note 里，写成：{about['mend']}"
    return sentence, "去掉方括号，只写累计完成的那个数"
