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


def check(context: Context) -> Iterator[Said]:
    """`of`: existing indicators that count, without a circle."""
    found = {name: responsibility.indicator for name, responsibility in context.responsibilities.items()}
    for total in found.values():
        if not isinstance(total, Total) or context.doubts_all(total.mapping):
            continue
        if not total.of:
            yield Said(
                context.plan_file,
                total.mapping.value("of"),
                "总量指标没有写由哪些指标相加",
                "写成 of: [指标代号]",
            )
        for index, name in enumerate(total.of):
            at = total.item_node("of", index).at
            part = found.get(name)
            if part is None:
                if context.declared.complete and name not in context.declared.indicators:
                    hint = did_you_mean(
                        name, [other for other in found if other != total.id], "改成计划里某个指标的代号"
                    )
                    yield Said(context.plan_file, at, f"组成指标“{name}”不存在", hint)
            elif total.of.index(name) != index:
                yield Said(context.plan_file, at, f"组成指标“{name}”写了两遍，会重复相加", "删掉重复的一个")
            elif _reaches(part, total.id, found, set()):
                yield Said(context.plan_file, at, f"“{total.id}”的组成绕回了自己", "从 of 里去掉这一项")
            elif not context.doubts_all(part.mapping) and part.kind not in ("quantity", "total", "milestone"):
                message = f"“{name}”是{KIND_WORDS[part.kind]}，不能相加成总量"
                yield Said(context.plan_file, at, message, "总量只能由数量、节点指标相加")


def _reaches(indicator: AnyIndicator, goal: str, found: dict[str, AnyIndicator], seen: set[str]) -> bool:
    """Whether adding up `indicator` would need `goal`."""
    if indicator.id == goal:
        return True
    if not isinstance(indicator, Total) or indicator.id in seen:
        return False
    seen.add(indicator.id)
    return any(name in found and _reaches(found[name], goal, found, seen) for name in indicator.of)
