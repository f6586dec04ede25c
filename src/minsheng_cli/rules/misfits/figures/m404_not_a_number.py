"""A text stands where a figure belongs."""

from __future__ import annotations

from minsheng_cli.rules.misfits.shape import a_number, only_the_number

SEVERITY = "error"
TITLE = "应当填数字"
WHY = "报表要拿数字来算，“约900”“正在安装”算不出完成率，别人也没法核对。"
MEND = "填一个确定的数；要说明情况的，写在 note 里，例如 {done: 230, note: 正在安装}。"
BAD = "street-lamps: 约900"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = f"{about['key']}写的是“{about['text']}”，这里要填数字"
    if about.get("lost"):
        return sentence, only_the_number(about)
    if about["mend"] and about.get("remark"):
        return sentence, f"说明写在 note 里，写成：{about['mend']}"
    if about["mend"]:
        return sentence, f"写成：{about['mend']}"
    if about["guess"] and about.get("remark"):
        return sentence, f"请填准确的数；确实只有大概的数，写成：{about['guess']}"
    if about["guess"]:
        return sentence, f"是不是{about['guess']}？如是，请改成：{about['guess']}"
    return sentence, a_number(about)
