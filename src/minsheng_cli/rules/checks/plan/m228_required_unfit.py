"""A requirement of its own is for a deadline that the plan has."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean
from minsheng_cli.source.nodes import place_of

SEVERITY = "error"
TITLE = "单独要求的时限不存在"
WHY = "单独要求是对着某一个时限提的。时限的代号写错了，这条要求就没有着落，等于没有提。"
MEND = "改成 deadlines 里有的时限代号；趋势指标没有目标值，把这一项删掉。"
BAD = """\
required:
  septembr: {percent: 75, basis: 方案要求9月底前主体完工}"""
GOOD = """\
required:
  september: {percent: 75, basis: 方案要求9月底前主体完工}"""


def check(context: Context) -> Iterator[Said]:
    """`required` against the plan's deadlines."""
    plan = context.plan
    if plan is None or not plan.plan.deadlines or context.doubts(plan.plan.mapping, "deadlines"):
        return
    deadlines = {deadline.id: None for deadline in plan.plan.deadlines}
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        for name in indicator.required:
            if name not in deadlines:
                others = [each for each in deadlines if each not in indicator.required]
                hint = did_you_mean(name, others, f"改成计划里的时限代号（{'、'.join(deadlines)}）")
                at = place_of(indicator.mapping, ("required", name), key=True)
                yield Said(context.plan_file, at, f"required（单独要求）里写的时限“{name}”，计划里没有", hint)
        if indicator.required and indicator.kind == "trend":
            at = indicator.mapping.key("required")
            yield Said(
                context.plan_file,
                at,
                f"{context.indicator(indicator.id)}是趋势指标，没有目标值，不能单独要求百分比",
                "删掉 required 这一行",
            )
