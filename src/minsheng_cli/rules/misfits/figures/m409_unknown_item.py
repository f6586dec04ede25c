"""The plan names the sites; two other sites do not replace them."""

from __future__ import annotations

from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "点位不在计划所列之中"
WHY = "计划点了名的地方，要就是那几个，换成别的地方不算完成。"
MEND = "只写计划里点名的点位的代号。"
BAD = "estates: {done: [复兴小区, 光明小区]}"
GOOD = "estates: {done: [fuxing, guangming]}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = f"{about['key']}里的“{about['text']}”不是计划点名的点位"
    if "," in about["mend"]:
        return f"{about['key']}里的“{about['text']}”，几个点位没有用逗号隔开", f"写成：{about['mend']}"
    if about["mend"]:
        return f"{about['key']}里的“{about['text']}”是名称，这里要写代号", f"改成：{about['mend']}"
    return sentence, did_you_mean(about["text"], about["names"].split(), f"只能写：{about['items']}")
