"""A requirement of its own is for a deadline that the plan has."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean
from minsheng_cli.source.nodes import place_of

SEVERITY = "error"
TITLE = "单独要求的时限不存在"


def check(context: Context) -> Iterator[Said]:
    """`required` against the plan's deadlines."""
    plan = context.plan
    if plan is None or not plan.plan.deadlines or context.doubts(plan.plan.mapping, "deadlines"):
        return
    deadlines = [deadline.id for deadline in plan.plan.deadlines]
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        for name in indicator.required:
            if name not in deadlines:
                hint = did_you_mean(name, deadlines, f"只能写：{'、'.join(deadlines)}")
                at = place_of(indicator.mapping, ("required", name), key=True)
                yield Said(context.plan_file, at, f"单独要求写的时限“{name}”不在计划的时限里", hint)
        if indicator.required and indicator.kind == "trend":
            at = indicator.mapping.key("required")
            yield Said(
                context.plan_file,
                at,
                "“持续提升”类指标没有目标值，不能单独要求百分比",
                "删掉 required 这一项",
            )
