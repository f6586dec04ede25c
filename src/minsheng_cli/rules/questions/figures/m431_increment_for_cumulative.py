"""The month's increment typed where the cumulative figure belongs; the numbers still rise, so nothing falls."""

from __future__ import annotations

from minsheng_cli.rules.questions.asking import if_so, otherwise, subject

SEVERITY = "warning"
TITLE = "像是把本月新增填成了累计数"
WHY = "月报要填从年初起的累计数。填成本月新增，只要比上月的数大，就查不出“变小了”，进度却少算了一大截。"
MEND = "是本月新增的，加上以前的累计再填；确实是累计数的，用 note 写一句这个月为什么少。"
BAD = """\
- month: 2024-01
  reported_on: 2024-02-03
  figures:
    checkups: 1180
- month: 2024-02
  reported_on: 2024-03-03
  figures:
    checkups: 1190"""
GOOD = """\
- month: 2024-01
  reported_on: 2024-02-03
  figures:
    checkups: 1180
- month: 2024-02
  reported_on: 2024-03-03
  figures:
    checkups: 2370"""


def word(about: dict[str, str]) -> tuple[str, str]:
    """The question, and what to type either way."""
    if "row" in about:
        return (
            f"{subject(about)}；几个月报的是{about['row']}，一个月比一个月只多一点，像是各月的新增数",
            f"是不是各月都填成了本月新增？如是，每个月都要加上以前的，改成 {about['mend']}；{otherwise(about)}",
        )
    return (
        f"{subject(about)}，只比上次的{about['before']}多一点，却和平常一个月的新增差不多",
        if_so(about, "填成了本月新增，没有加上以前的", "这个月进展少的原因"),
    )
