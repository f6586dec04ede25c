"""Nodes as the plain data that models are built from."""

from __future__ import annotations

from typing import Any

from minsheng_cli.fields.placed import NODE
from minsheng_cli.fields.scalars import EMPTY
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.terms import KEY_NAMES


def to_raw(node: Any, most: int | None = None) -> Any:
    """Nodes as plain data: texts, lists, and mappings that carry their node.

    With `most`, only so many entries of each list and mapping, and the keys that a model may want.
    """
    if isinstance(node, Scalar):
        return EMPTY if node.empty else node.text
    if isinstance(node, SequenceNode):
        return [to_raw(item, most) for item in node.items[:most]]
    if isinstance(node, MappingNode):
        raw: dict[str, Any] = {
            name: to_raw(value, most)
            for place, (name, value) in enumerate(node.values.items())
            if most is None or place < most or name in KEY_NAMES
        }
        raw[NODE] = node
        return raw
    return EMPTY
