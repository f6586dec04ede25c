"""A total is added up from other indicators; they must exist, be addable, and not lead back to it."""

from __future__ import annotations

from collections.abc import Iterator

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
        for index, name in enumerate(total.of):
            at = total.item_node("of", index).at
            part = found.get(name)
            if part is None:
                if context.declared.complete and name not in context.declared.indicators:
                    others = [other for other in found if other != total.id and other not in total.of]
                    hint = did_you_mean(
                        name, others, f"改成计划里有的指标的代号；不该加的，从 of 的方括号里去掉 {name}"
                    )
                    yield Said(context.plan_file, at, f"{label}的组成指标“{name}”计划里没有", hint)
            elif total.of.index(name) != index:
                message = f"{label}的组成指标“{name}”写了两遍，会加两次"
                yield Said(context.plan_file, at, message, "删掉多写的这一个")
            elif _reaches(part, total.id, found, set()):
                message = (
                    f"{label}把它自己也写进了组成指标"
                    if name == total.id
                    else f"{label}要加上“{name}”，“{name}”又要加上它，加不出来"
                )
                yield Said(context.plan_file, at, message, f"从 of 的方括号里去掉 {name}")
            elif part.kind not in ADDED and not context.doubts_all(part.mapping):
                message = f"{context.indicator(name)}是{KIND_WORDS[part.kind]}，不能加进总量"
                hint = f"总量只能由数量、总量、节点指标相加；从 of 的方括号里去掉 {name}"
                yield Said(context.plan_file, at, message, hint)


def _reaches(indicator: AnyIndicator, goal: str, found: dict[str, AnyIndicator], seen: set[str]) -> bool:
    """Whether adding up `indicator` would need `goal`."""
    if indicator.id == goal:
        return True
    if not isinstance(indicator, Total) or indicator.id in seen:
        return False
    seen.add(indicator.id)
    return any(name in found and _reaches(found[name], goal, found, seen) for name in indicator.of)
