"""A zero too many or too few, or 万 mixed up with single ones: well-formed, and ten or ten thousand times off."""

from __future__ import annotations

from minsheng_cli.rules.questions.asking import if_so, otherwise, subject

SEVERITY = "warning"
TITLE = "数大了或小了十倍、万倍"
WHY = "多写一个0、少写一个0，或者把“万”和个数弄混，格式上一点不错，算出来的进度却差十倍、一万倍。"
MEND = "核对原始报表，填错了的改过来；确实是这么多的，用 note 写一句原因。"
BAD = "new-homes: 1040"
GOOD = "new-homes: 104"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The question, and what to type either way."""
    if "target" in about:
        return (
            f"{subject(about)}，是目标{about['target']}{about['unit']}的十倍以上",
            f"核对一下：是不是多写了几位，或者单位不对？{otherwise(about)}",
        )
    if "short" in about:
        return (
            f"{subject(about)}，不到目标的千分之一",
            if_so(about, f"按“{about['short']}”填了", "刚开始"),
        )
    times, less = about["times"], about.get("less", "")
    sentence = f"{subject(about)}，同{'目标' if about['first'] else '以前的数'}比，像是{'小' if less else '大'}了{times}倍"
    if times == "10":
        return sentence, if_so(about, f"{'少' if less else '多'}写了一个0")
    if times == "100":
        return sentence, if_so(about, f"{'少' if less else '多'}写了两个0，或者小数点点错了地方")
    if times == "1000":
        return sentence, if_so(about, "单位弄混了，换算错了")
    return sentence, if_so(about, "单位弄混了，把“万”和个数换算错了")
