"""Of two equal keys one silently wins in most programs; nobody can say which figure was meant."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "同一个名称写了两遍"
WHY = "同一个名称写了两遍，两个数里哪个算数，谁也说不准。"
MEND = "留下正确的一行，删掉另一行；如果两处是两个月的数，各月前面要有自己的“- month:”一行。"
BAD = "street-lamps: 912\nstreet-lamps: 920"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    key, first = about["key"], about["first"]
    if about["flow"]:
        return f"“{key}”在花括号里写了两遍", "前一项对的，删掉这一项；这一项对的，删掉前一项"
    sentence = f"“{key}”在第{first}行已经写过一遍"
    if about["dash"]:
        return (
            f"{sentence}，像是下一段的开头",
            f"下一段的第一行前面要有“- ”：把这里“{key}”左边的两个空格改成“- ”",
        )
    if about["entry"]:
        line = f"- {about['entry']}: …"
        return (
            f"{sentence}，像是下一段的，上面缺“{line}”这一行",
            f"是下一段的，在这一行前面加一行 {line}，开头空{about['spaces']}格；写重了的，留下对的，删掉多出来的",
        )
    if about["nested"]:
        return sentence, f"第{first}行下面的和这里下面的，合成一段，只留一行“{key}:”"
    return sentence, f"这一行对的，删掉第{first}行；第{first}行对的，删掉这一行"
