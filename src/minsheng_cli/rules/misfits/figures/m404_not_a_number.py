"""A text stands where a figure belongs."""

from __future__ import annotations

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
        return sentence, f"括号里的话另写在 note 里；这里只写数字，写成：{about['mend']}"
    if about["mend"] and about.get("remark"):
        return sentence, f"说明写在 note 里，写成：{about['mend']}"
    if about["mend"]:
        return sentence, f"写成：{about['mend']}"
    if about["guess"] and about.get("remark"):
        return sentence, f"请填准确的数；确实只有大概的数，写成：{about['guess']}"
    if about["guess"]:
        return sentence, f"是不是{about['guess']}？如是，请改成：{about['guess']}"
    return sentence, "填累计完成数，例如 230；要说明情况的，例如 {done: 230, note: 正在安装}"
