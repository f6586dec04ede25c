"""A unit typed into the number (230套, 2.8公里): the unit stands in the plan already."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "数字里带了单位"
WHY = "单位在计划里写过一次就够了。数字后面再写单位，程序不能加减，别人也看不出有没有换算过。"
MEND = "只留数字，按计划写的报送单位填；数字是按别的单位数的，先换算。"
BAD = "street-lamps: 912盏"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = f"{about['key']}写的是“{about['text']}”，数字里带了单位"
    unit = f"“{about['unit']}”" if about["unit"] else ""
    if about.get("lost"):
        return sentence, f"括号里的话另写在 note 里；这里只写数字，写成：{about['mend']}"
    if about["mend"] and about.get("remark"):
        return (
            f"{about['key']}写的是“{about['text']}”，数字后面带了说明",
            f"说明写在 note 里，写成：{about['mend']}",
        )
    if about["mend"]:
        own = about["text"].replace(" ", "").endswith(about["unit"]) and about["mend"] in about["text"]
        return (
            sentence,
            f"只写数字，写成：{about['mend']}" if own else f"按报送单位{unit}，写成：{about['mend']}",
        )
    if about["guess"]:
        return sentence, f"请填准确的数；确实只有大概的数，写成：{about['guess']}"
    if about["text"].rstrip().endswith(("%", "‰", "％")):
        return (
            f"{about['key']}写的是“{about['text']}”，这里不填百分比",
            f"填累计完成数，按报送单位{unit}只写数字",
        )
    return sentence, f"换算成报送单位{unit}的数，只写数字"
