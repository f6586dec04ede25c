"""A unit typed into the number (230套, 2.8公里): the unit stands in the plan already."""

from __future__ import annotations

from minsheng_cli.patterns import pattern
from minsheng_cli.rules.misfits.shape import a_number, only_the_number

SEVERITY = "error"
TITLE = "数字里带了单位"
WHY = "单位在计划里写过一次就够了。数字后面再写单位，程序不能加减，别人也看不出有没有换算过。"
MEND = "只留数字，按计划写的报送单位填；数字是按别的单位数的，先换算。"
BAD = "street-lamps: 912盏"
GOOD = "street-lamps: 912"


_NOT_A_MEASURE = pattern(
    r"([0-9]+(?:\.[0-9]+)?)(?![0-9.])\s*(?!\s|[十百千万亿平米亩元吨]|公[里顷斤]|[km]|立方)([^\s,，()（）\[\]{}:：#\"'][^,()（）\[\]{}:：#\"']*)"
)
"""A number and what is no measure or multiple of one; perhaps a unit of another kind, perhaps a remark."""


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = f"{about['key']}写的是“{about['text']}”，数字里带了单位"
    unit = f"“{about['unit']}”" if about["unit"] else ""
    if about.get("lost"):
        return f"{about['key']}写的是“{about['text']}”，数字后面带了说明", only_the_number(about)
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
    if about["guess"] and (about.get("remark") or "lost" in about):
        sentence = f"{about['key']}写的是“{about['text']}”，不是准确的数"
    if about["guess"]:
        return sentence, f"请填准确的数；确实只有大概的数，写成：{about['guess']}"
    if about["text"].rstrip().endswith(("%", "‰", "％")):
        wanted = "到当月为止符合条件的总数" if about.get("part") == "eligible" else "累计完成数"
        return (
            f"{about['key']}写的是“{about['text']}”，这里不填百分比",
            f"填{wanted}，按报送单位{unit}只写数字",
        )
    found = _NOT_A_MEASURE.fullmatch(about["text"])
    if found and about.get("short"):
        note = f"{{done: {found[1]}, note: {found[2]}}}"
        return (
            f"{about['key']}写的是“{about['text']}”，数字后面还有别的字",
            f"是别的单位的，换算成报送单位{unit}的数，只写数字；是说明的，写成 {note}",
        )
    if found:
        return f"{about['key']}写的是“{about['text']}”，数字后面还有别的字", a_number(about)
    return sentence, f"换算成报送单位{unit}的数，只写数字"
