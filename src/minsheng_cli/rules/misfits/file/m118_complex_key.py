"""A list or a mapping cannot be the name of anything here."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "名称套了括号"
WHY = "冒号前面的名称只能是一个词；套上括号，程序就不知道这个数是谁的了。"
MEND = "去掉多余的括号，冒号前面只写名称，后面只写数。"
BAD = "street-lamps: {{912}}"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    if about["inner"]:
        return f"“{about['typed']}”多了括号，括号里的内容被当成了名称", f"去掉括号，改成：{about['inner']}"
    return "这里多了括号，括号里的内容被当成了名称", "去掉多余的括号，冒号前面只写名称，后面只写数"
