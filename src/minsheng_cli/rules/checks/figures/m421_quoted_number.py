"""Quotation marks make a text of a number; it is taken, but the next program may not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from minsheng_cli.numbers import parse
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode

SEVERITY = "warning"
TITLE = "数字加了引号"
WHY = "加了引号，数字就成了文字。这里还认得出来，拿到电子表格或别的程序里汇总，就加不起来了。"
MEND = "把数字两边的引号去掉。"
BAD = 'street-lamps: "912"'
GOOD = "street-lamps: 912"


_PLAN_NUMBERS = frozenset(
    [
        "year",
        "percent",
        "at_risk_below",
        "due_day",
        "no",
        "target",
        "target_percent",
        "opening",
        "baseline",
        "scale",
        "weight",
    ]
)


def check(context: Context) -> Iterator[Said]:
    """Plain numbers in quotation marks: figures, steps of schedules, numbers of the plan."""
    if context.plan is not None:
        for name, node in _scalars(context.plan.mapping):
            if name in _PLAN_NUMBERS:
                yield from _quoted(context.plan_file, node)
    for document, file in context.ledger.progress:
        schedule = file.mapping.values.get("schedule")
        for _, node in _scalars(schedule):
            yield from _quoted(document.path, node)
        for report in file.reports:
            for name, node in _scalars(report.mapping.values.get("figures")):
                if name not in ("stage", "note", "revision"):
                    yield from _quoted(document.path, node)


def _quoted(path: str, node: Scalar) -> Iterator[Said]:
    if node.quoted and isinstance(parse(node.text), Decimal):
        yield Said(
            path,
            node.at,
            f"数字{node.text}加了引号，拿到别的程序里会当成文字，加不起来",
            f"去掉引号，写成：{node.text}",
        )


def _scalars(node: Any) -> Iterator[tuple[str, Scalar]]:
    """The scalars that stand under a key anywhere in a node."""
    if isinstance(node, MappingNode):
        for name, value in node.values.items():
            if isinstance(value, Scalar):
                yield name, value
            yield from _scalars(value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _scalars(item)
