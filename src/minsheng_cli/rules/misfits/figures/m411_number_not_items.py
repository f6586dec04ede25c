"""Where the plan names the sites, a count does not say which are done."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "应写完成了哪几个点位"
WHY = "计划点了名的地方，只报个数，群众看不出完成的是哪几个。"
MEND = "用方括号列出已完成的点位的代号；一个都没完成，写成 []。"
BAD = "estates: 2"
GOOD = "estates: {done: [fuxing, guangming]}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = f"{about['key']}只写了“{about['text']}”，要写明完成的是哪几个"
    if about["mend"]:
        return sentence, f"写成：{about['mend']}"
    return sentence, f"在方括号里写完成了的，例如 [{about['first']}]；可以写的有：{about['items']}"
