"""Stages lead to completion: their percents rise, and the last one is 100."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minsheng_cli.kinds.indicator import ZERO
from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.source.nodes import MappingNode

SEVERITY = "error"
TITLE = "节点百分比不对"


def check(context: Context) -> Iterator[Said]:
    """Percents of stages."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if not isinstance(indicator, Milestone):
            continue
        if indicator.target is not None and indicator.target != 1:
            yield Said(
                context.plan_file,
                indicator.mapping.value("target"),
                "节点指标的目标只能是1",
                "删掉 target 这一行",
            )
        holder = indicator.mapping.values.get("stages")
        shares = list(indicator.shares.items())
        if not shares:
            yield Said(
                context.plan_file,
                indicator.mapping.key("stages"),
                "节点一个都没有写",
                "写成 stages: [开工, 主体完工, 竣工验收]",
            )
            continue
        if not isinstance(holder, MappingNode):
            continue
        for (before, low), (name, high) in pairwise([("", ZERO), *shares]):
            if high <= low:
                than = f"节点“{before}”" if before else "0"
                yield Said(
                    context.plan_file,
                    holder.value(name),
                    f"节点“{name}”的百分比没有大于{than}",
                    "按先后顺序排列，百分比逐个增大",
                )
        name, share = shares[-1]
        if share != 1:
            yield Said(
                context.plan_file, holder.value(name), f"最后一个节点“{name}”不是100", "最后一个节点写100"
            )
