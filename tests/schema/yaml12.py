"""A file as editors read it, with the types of YAML 1.2: 230 is a number, 2024-08 a text, yes a text, true a flag."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import yaml

_NULL = re.compile(r"~|null|Null|NULL|")
_FLAG = re.compile(r"true|True|TRUE|false|False|FALSE")
_WHOLE = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_POINT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def load(text: str) -> Any:
    """The values of a file; its names are texts, as JSON has them."""
    return _value(_nodes(text))


def line_of(text: str, path: list[str | int], key: str = "") -> int:
    """The line on which the value at a path begins, counted from 1; with `key` that of a name in it."""
    node = _at(text, path)
    if key:
        node = next(name for name, _ in node.value if name.value == key)
    line: int = node.start_mark.line
    return line + 1


def name_line_of(text: str, path: list[str | int]) -> int:
    """The line of the name that the value at a path stands behind; of the entry where it stands in a list."""
    *above, last = path or [0]
    return line_of(text, above, last) if isinstance(last, str) else line_of(text, path)


def _at(text: str, path: list[str | int]) -> Any:
    node = _nodes(text)
    for step in path:
        pairs = () if isinstance(step, int) else node.value
        node = (
            node.value[step]
            if isinstance(step, int)
            else next(each for name, each in pairs if name.value == step)
        )
    return node


def _nodes(text: str) -> Any:
    return yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def _value(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {name.value: _value(value) for name, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    return node.value if node is None or node.style else _plain(node.value)


def _plain(text: str) -> Any:
    if _NULL.fullmatch(text):
        return None
    if _FLAG.fullmatch(text):
        return text.lower() == "true"
    if _WHOLE.fullmatch(text):
        return int(text)
    if _OTHER_BASE.fullmatch(text):
        return int(text, 0)
    return Decimal(text) if _POINT.fullmatch(text) else text
