"""A date or the year where the figure belongs: the neighbouring column of the table was copied."""

from __future__ import annotations

from minsheng_cli.rules.questions.asking import otherwise, subject

SEVERITY = "warning"
TITLE = "像是把日期填进了数据"
WHY = "日期、年份填错了格，格式上也是数字，报表会照样拿去算进度。"
MEND = "改成累计完成的数；确实是这么多的，用 note 写一句原因。"
BAD = "new-homes: 20240506"
GOOD = "new-homes: 104"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The question, and how to end it."""
    right = "实际的底数" if about["part"] == "eligible" else "累计完成的数"
    return (
        f"{subject(about)}，看起来是{about['date']}{'' if about['first'] else '，和以前的数也接不上'}",
        f"是不是把日期填到这里了？是的，改成{right}；{otherwise(about)}",
    )
