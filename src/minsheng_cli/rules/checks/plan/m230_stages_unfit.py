"""Stages lead to completion: their percents rise, and the last one is 100."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from minsheng_cli.kinds.indicator import ZERO
from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.numbers import written
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.source.nodes import MappingNode

SEVERITY = "error"
TITLE = "节点百分比不对"
WHY = "节点的百分比，是工程走到这一步算完成了多少。百分比不往上走，工程往前走了，完成率却不动；最后一个不到100，验收了也算不成已完成。"
MEND = "节点按先后排列，百分比一个比一个大，最后一个写100；不分轻重的，只列名称就行。"
BAD = """\
name: 县图书馆
kind: milestone
stages: {开工: 20, 主体完工: 70, 竣工验收: 95}"""
GOOD = """\
name: 县图书馆
kind: milestone
stages: {开工: 20, 主体完工: 70, 竣工验收: 100}"""


def check(context: Context) -> Iterator[Said]:
    """Percents of stages."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if not isinstance(indicator, Milestone):
            continue
        label = context.indicator(indicator.id)
        if indicator.target is not None and indicator.target != 1:
            yield Said(
                context.plan_file,
                indicator.mapping.value("target"),
                f"节点指标只有一件，目标只能是1，{label}写的是{indicator.target}",
                "删掉 target 这一行；或者改成：1",
            )
        holder = indicator.mapping.values.get("stages")
        shares = list(indicator.shares.items())
        if not shares:
            yield Said(
                context.plan_file,
                indicator.mapping.key("stages"),
                f"{label}一个节点都没有写",
                "按先后写上节点，例如 stages: [开工, 主体完工, 竣工验收]",
            )
            continue
        if not isinstance(holder, MappingNode):
            continue
        rising = all(low < high for (_, low), (_, high) in pairwise([("", ZERO), *shares]))
        if len(shares) > 1 and rising and shares[-1][1] * 100 == 1:
            yield _of_one(context, label, holder, shares)
            continue
        for (before, low), (name, high) in pairwise([("", ZERO), *shares]):
            if high <= low:
                than = f"没有比前一个节点“{before}”的{written(low * 100)}大" if before else "要比0大"
                yield Said(
                    context.plan_file,
                    holder.value(name),
                    f"{label}的节点“{name}”写的是{written(high * 100)}，{than}",
                    "节点按先后排列，百分比一个比一个大，最后一个是100",
                )
        name, share = shares[-1]
        if share != 1 and all(before < 1 for _, before in shares[:-1]):
            yield Said(
                context.plan_file,
                holder.value(name),
                f"{label}的最后一个节点“{name}”写的是{written(share * 100)}，走到最后就是全部完成",
                "最后一个节点改成：100",
            )


def _of_one(context: Context, label: str, holder: MappingNode, shares: list[tuple[str, Fraction]]) -> Said:
    """Shares of one where percents belong: all of them are a hundred times too small."""
    typed = "、".join(written(share * 100) for _, share in shares)
    percents = {name: written(share * 10_000) for name, share in shares}
    whole = ", ".join(f"{name}: {percent}" for name, percent in percents.items())
    hint = (
        f"写成：{{{whole}}}" if holder.flow else f"每一步都写百分数，依次写成{'、'.join(percents.values())}"
    )
    return Said(context.plan_file, holder.at, f"{label}的节点写的是{typed}，要写百分数，最后一个是100", hint)
