"""A total is added up from other indicators; they must exist, be addable, and not lead back to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from minsheng_cli.circles import in_circles
from minsheng_cli.kinds.total import Total
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean
from minsheng_cli.terms import KIND_WORDS

SEVERITY = "error"
TITLE = "总量的组成不对"
WHY = "总量不用部门报，是程序拿基数和几个指标加出来的。组成写错了，加出来的总量也跟着错。"
MEND = "of 里只写计划里的数量、总量、节点指标的代号，一个写一遍，不写它自己。"
BAD = """\
name: 老年食堂
kind: total
target: 8
unit: 个
of: [new-canteens, satisfaction]"""
GOOD = """\
name: 老年食堂
kind: total
target: 8
unit: 个
of: [new-canteens]"""

ADDED = ("quantity", "total", "milestone")
"""The kinds that can be added up."""


def check(context: Context) -> Iterator[Said]:
    """`of`: existing indicators that count, without a circle."""
    found = {name: responsibility.indicator for name, responsibility in context.responsibilities.items()}
    circles = in_circles({name: each.of if isinstance(each, Total) else () for name, each in found.items()})
    for total in found.values():
        if not isinstance(total, Total) or context.doubts_all(total.mapping):
            continue
        label = context.indicator(total.id)
        if not total.of:
            own = context.responsibilities[total.id].project.indicators
            example = next(
                (
                    each.id
                    for each in own
                    if each.kind in ADDED and each.unit == total.unit and each is not total
                ),
                "指标代号",
            )
            yield Said(
                context.plan_file,
                total.mapping.value("of"),
                f"总量指标{label}没有写由哪些指标相加",
                f"在方括号里写相加的指标的代号，例如 of: [{example}]",
            )
        seen: set[str] = set()
        for index, name in enumerate(total.of):
            at = total.item_node("of", index).at
            part = found.get(name)
            if part is None:
                if context.declared.complete and name not in context.declared.indicators:
                    hint = partial(_mend, name, total, found)
                    yield Said(context.plan_file, at, f"{label}的组成指标“{name}”计划里没有", hint)
            elif name in seen:
                message = f"{label}的组成指标“{name}”写了两遍，会加两次"
                yield Said(context.plan_file, at, message, "删掉多写的这一个")
            elif (total.id, name) in circles:
                message = (
                    f"{label}把它自己也写进了组成指标"
                    if name == total.id
                    else f"{label}要加上“{name}”，“{name}”又要加上它，加不出来"
                )
                yield Said(context.plan_file, at, message, f"从 of 的方括号里去掉 {name}")
            elif part.kind not in ADDED and not context.doubts_all(part.mapping):
                message = f"{context.indicator(name)}是{KIND_WORDS[part.kind]}，不能加进总量"
                mend = f"总量只能由数量、总量、节点指标相加；从 of 的方括号里去掉 {name}"
                yield Said(context.plan_file, at, message, mend)
            seen.add(name)


def _mend(name: str, total: Total, found: dict[str, AnyIndicator]) -> str:
    """The indicator that was meant."""
    added = {total.id, *total.of}
    others = [other for other in found if other not in added]
    return did_you_mean(name, others, f"改成计划里有的指标的代号；不该加的，从 of 的方括号里去掉 {name}")
