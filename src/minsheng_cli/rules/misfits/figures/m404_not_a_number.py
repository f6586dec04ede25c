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
    return (
        f"{about['key']}写的是“{about['text']}”，这里要填数字",
        "填累计完成数，例如 230；要说明的话写成 {done: 230, note: 说明}",
    )
