"""Placed nodes: every scalar keeps its text, line and column; nothing is resolved to a type.

Scalars stay text: `yes`, `0123` and `12:30` are just texts, and the field that they stand in decides what is
wrong with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from minsheng_cli.finding import Position

if TYPE_CHECKING:
    Node = "Scalar | MappingNode | SequenceNode"


NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
"""What stands for nothing, without quotation marks."""


class Scalar:
    """A scalar as typed; `quoted` is true for 'single' and "double" quotes and block text.

    There are hundreds of thousands of them, so the place is kept as two numbers and made when it is asked for.
    """

    __slots__ = ("_column", "_line", "quoted", "text")

    def __init__(self, text: str, at: Position, quoted: bool) -> None:
        self.text = text
        self.quoted = quoted
        self._line, self._column = at

    @classmethod
    def placed(cls, text: str, line: int, column: int, quoted: bool) -> Scalar:
        """One at a line and a column, for the parser, which makes thousands."""
        new = cls.__new__(cls)
        new.text, new.quoted, new._line, new._column = text, quoted, line, column
        return new

    @property
    def at(self) -> Position:
        """Where it begins."""
        return Position(self._line, self._column)

    @at.setter
    def at(self, at: Position) -> None:
        self._line, self._column = at

    @property
    def empty(self) -> bool:
        """Nothing typed, or one of YAML's words for nothing."""
        return self.text in NOTHING and not self.quoted


class SequenceNode:
    """A list; `flow`: whether it stands in square brackets."""

    __slots__ = ("at", "flow", "items")

    def __init__(self, at: Position, items: list[Any] | None = None, flow: bool = False) -> None:
        self.at = at
        self.items: list[Any] = [] if items is None else items
        self.flow = flow


class MappingNode:
    """A mapping; `keys` and `values` by the key's text, the first of equal keys; `flow`: whether it stands in braces."""

    __slots__ = ("at", "flow", "keys", "values")

    def __init__(
        self,
        at: Position,
        keys: dict[str, Scalar] | None = None,
        values: dict[str, Any] | None = None,
        flow: bool = False,
    ) -> None:
        self.at = at
        self.keys: dict[str, Scalar] = {} if keys is None else keys
        self.values: dict[str, Any] = {} if values is None else values
        self.flow = flow

    def key(self, name: str) -> Position:
        """The place of the key `name`, or of the mapping itself where it has none."""
        found = self.keys.get(name)
        return found.at if found else self.at

    def value(self, name: str) -> Position:
        """The place of the value under `name`; of its key where nothing stands there."""
        found = self.values.get(name)
        if found is None or (isinstance(found, Scalar) and found.empty):
            return self.key(name)
        place: Position = found.at
        return place


Path = tuple[str | int, ...]
"""Names and indexes from a node down to one of its descendants."""


def place_of(root: Any, path: Path, *, key: bool) -> Position:
    """Where to blame: the value at `path` (its key where `key` asks for it or nothing stands there)."""
    node, at, in_list = root, Position(1, 1) if root is None else root.at, True
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(node, MappingNode):
            if step not in node.values:
                return at if not in_list else node.at  # a missing key: its parent's key, or the entry itself
            at = node.key(str(step)) if key or not last else node.value(str(step))
            node, in_list = node.values[str(step)], False
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            node, in_list = node.items[step], True
            at = node.at
    return at


def along(root: Any, path: Path) -> Iterator[Any]:
    """The nodes from below the root down to `path`."""
    node = root
    for step in path:
        if isinstance(node, MappingNode) and step in node.values:
            node = node.values[str(step)]
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return
        yield node


def only_pair(node: Any) -> tuple[str, Scalar, Any] | None:
    """The name of a mapping that has but one, where it stands, and its value; None for anything else."""
    if not isinstance(node, MappingNode) or len(node.values) != 1:
        return None
    (name,) = node.values
    return name, node.keys[name], node.values[name]


def nodes_in(node: Any) -> Iterator[Any]:
    """A node and everything in it, keys included."""
    yield node
    if isinstance(node, MappingNode):
        for name, value in node.values.items():
            yield node.keys[name]
            yield from nodes_in(value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from nodes_in(item)


def places_in(node: Any) -> Iterator[Position]:
    """The places of a node and of everything in it, keys included."""
    yield node.at
    if isinstance(node, MappingNode):
        for name, value in node.values.items():
            yield node.keys[name].at
            yield from places_in(value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from places_in(item)


_IDENTITIES = ("month", "id", "no", "date", "project")
"""What tells one entry of a list from the others, wherever it stands."""


def named_places(root: Any) -> Iterator[tuple[Position, tuple[str, ...]]]:
    """The place of every name and value with the names down to it; entries of lists by what they are, not by number."""
    waiting: list[tuple[Any, tuple[str, ...]]] = [] if root is None else [(root, ())]
    while waiting:
        node, names = waiting.pop()
        yield node.at, names
        if isinstance(node, MappingNode):
            for name, value in node.values.items():
                inner = (*names, name)
                yield node.keys[name].at, inner
                waiting.append((value, inner))
        elif isinstance(node, SequenceNode):
            waiting += [(item, (*names, *_identity(item))) for item in node.items]


def _identity(item: Any) -> tuple[str, ...]:
    if isinstance(item, MappingNode):
        for name in _IDENTITIES:
            if isinstance(found := item.values.get(name), Scalar):
                return (found.text,)
    return ()
