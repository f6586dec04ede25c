"""Houses, people and sites are counted in whole numbers; a fraction is a slip of the unit."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "按个数计的指标出现小数"
WHY = "房子、路灯、人都是一个一个数的，不会有小数；出了小数，多半是按“万”填的，照着算会差一万倍。"
MEND = "按计划写的报送单位填整数；按“万”数的，先换算成个数。"
BAD = "checkups: 0.3712"
GOOD = "checkups: 3712"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = f"{about['key']}写的是{about['text']}，单位是“{about['unit']}”，不应有小数"
    if about["guess"]:
        return sentence, f"是不是按“万”填的？如是，请改成：{about['guess']}"
    return sentence, f"按“{about['unit']}”填整数"
