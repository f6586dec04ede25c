"""One file in its canonical form, and the proof that it says what it said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from minsheng_cli.formatting.layout import written
from minsheng_cli.formatting.order import put_in_order
from minsheng_cli.formatting.pieces import Piece, pieces
from minsheng_cli.formatting.shapes import Shape, shape_of
from minsheng_cli.formatting.tree import tree
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.source.parse import parse


class Formatted(NamedTuple):
    """A text in its canonical form."""

    text: str
    sorted: bool
    """Whether its reports were put in order."""


class Altered(Exception):
    """The new text would say something else: a bug of ours."""


def formatted(path: str, text: str) -> Formatted:
    """The canonical form of a text that can be read; Unsafe, or Altered, where there is none to be had."""
    found = pieces(text)
    told = comments(found)
    grown = tree(found)
    moved = put_in_order(grown, shape_of(path))
    new = written(grown)
    if new != text and not says_the_same(path, text, new, told):
        raise Altered
    return Formatted(new, moved)


def says_the_same(path: str, old: str, new: str, told: Counter[str]) -> bool:
    """Whether a text reads as an old one, but for the order of what may be put in order, and has all comments `told`."""
    root, read, shape = parse(path, old).root, parse(path, new).root, shape_of(path)
    return (
        read is not None
        and list(_meaning(read, shape)) == list(_meaning(root, shape))
        and comments(pieces(new)) == told
    )


def comments(found: list[Piece]) -> Counter[str]:
    """Every comment, and how often it stands there."""
    told: Counter[str] = Counter()
    for piece in found:
        told.update(each.text for each in (*piece.lead, piece.trail) if each is not None)
    return told


def _meaning(node: Any, shape: Shape) -> Iterator[object]:
    """All that is said below a node, in order, but for names whose order says nothing, and reports by their months."""
    if isinstance(node, Scalar):
        yield node.text
        yield node.quoted
    elif isinstance(node, SequenceNode):
        yield ("[", node.flow, len(node.items))
        for item in sorted(node.items, key=_month) if "month" in shape.item.names else node.items:
            yield from _meaning(item, shape.item)
    elif isinstance(node, MappingNode):
        yield ("{", node.flow, len(node.values))
        free = set(node.values) <= set(shape.names)
        for name in sorted(node.values) if free else node.values:
            yield name
            yield node.keys[name].quoted
            value = node.values[name]
            yield from _meaning(value, shape.at(name))


def _month(report: Any) -> str:
    month = report.values.get("month") if isinstance(report, MappingNode) else None
    return month.text if isinstance(month, Scalar) else ""
