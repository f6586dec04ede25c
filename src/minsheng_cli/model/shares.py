"""Stages with their percents typed right behind their names: `开工25、封顶60、启用100`."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from minsheng_cli.finding import Misfit
from minsheng_cli.patterns import pattern
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.source.saying import LONGEST, unreadable

_BETWEEN = pattern(r"\s*[、，,；;]\s*")
_SHARE = pattern(r"([^\s0-9:：（(=]*[\u3400-\u9fff])[\s:：=（(]*([0-9]{1,3}(?:\.[0-9]{1,2})?)[%％]?[）)]?")
_ALL = "100"


def shares_apart(path: str, node: Any) -> Generator[Misfit, None, Any]:
    """The stages as a mapping, where each name has a number at its end and the last number is all of it."""
    if isinstance(node, Scalar):
        names, typed, problem = _BETWEEN.split(node.text[:LONGEST]), node.text, "braces left out"
    elif (
        isinstance(node, SequenceNode) and node.flow and all(isinstance(each, Scalar) for each in node.items)
    ):
        names = [each.text for each in node.items]
        typed, problem = f"[{', '.join(names)}]", "square brackets"
    else:
        return node
    found = [_SHARE.fullmatch(name) for name in names]
    pairs = [(each[1], each[2]) for each in found if each is not None]
    if len(pairs) < 2 or len(pairs) < len(names) or pairs[-1][1] != _ALL or len(typed) > LONGEST:
        return node
    mend = ", ".join(f"{name}: {share}" for name, share in pairs)
    yield unreadable(path, node.at, problem, typed, mend=f"{{{mend}}}")
    stages = MappingNode(node.at, flow=True)
    for name, share in pairs:
        stages.keys[name], stages.values[name] = Scalar(name, node.at, False), Scalar(share, node.at, False)
    return stages
