"""The plan names the sites; two other sites do not replace them."""

from __future__ import annotations

from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "点位不在计划所列之中"
WHY = "计划点了名的地方，别处做得再多也不能顶替；写的名字对不上，就说不清做了哪几个。"
MEND = "换成计划里点位的代号。"
BAD = "estates: {done: [fuxing, beiguan]}"
GOOD = "estates: {done: [fuxing, guangming]}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"{about['key']}里的“{about['text']}”不是计划点名的点位", did_you_mean(
        about["text"], about["names"].split(), f"只能写：{about['items']}"
    )
