"""Text to placed nodes: every scalar keeps its text, line and column; nothing is resolved to a type.

Built from the parser's events with a stack of our own, so that depth is bounded before anything is
built, aliases are refused instead of followed, and a duplicate key is seen. Scalars stay text: `yes`,
`0123` and `12:30` are just texts, and the field that they stand in decides what is wrong with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from minsheng_cli.finding import Misfit, Position

if TYPE_CHECKING:
    Node = "Scalar | MappingNode | SequenceNode"

MAX_DEPTH = 50


@dataclass(slots=True)
class Scalar:
    """A scalar as typed; `quoted` is true for 'single' and "double" quotes and block text."""

    text: str
    at: Position
    quoted: bool

    @property
    def empty(self) -> bool:
        """Nothing typed, or one of YAML's words for nothing."""
        return not self.quoted and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class SequenceNode:
    """A list."""

    at: Position
    items: list[Any] = field(default_factory=list)


@dataclass(slots=True)
class MappingNode:
    """A mapping; `keys` and `values` by the key's text, the first of equal keys."""

    at: Position
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)

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


class Parsed(NamedTuple):
    """The root node, if the text could be read to its end, and what was met."""

    root: Scalar | MappingNode | SequenceNode | None
    misfits: list[Misfit]
    stumble: Position | None = None
    """How far the parser came, where it could not read on; the misfit may be placed at the cause, before it."""


class SyntaxMisfit(Exception):
    """The text cannot be read on; carries the misfit that says why."""

    def __init__(self, misfit: Misfit) -> None:
        super().__init__(misfit.kind)
        self.misfit = misfit


def parse(path: str, text: str) -> Parsed:
    """Parse one file's text; never raises, whatever the text is."""
    builder = _Builder(path)
    try:
        builder.build(_events(text))
    except SyntaxMisfit as stop:
        return Parsed(None, [*builder.misfits, stop.misfit], stop.misfit.at)
    except yaml.MarkedYAMLError as problem:
        misfit = _within(builder.syntax(problem, text), text)
        return Parsed(None, [*builder.misfits, misfit], _place(problem.problem_mark or problem.context_mark))
    except yaml.YAMLError:  # the reader's own refusal of a character; decode names those it knows
        return Parsed(
            None, [*builder.misfits, Misfit("file", "yaml-syntax", path, Position(1, 1), {"problem": ""})]
        )
    return Parsed(builder.root, builder.misfits)


def _events(text: str) -> Iterator[Any]:
    """The parser's events, from the C parser where PyYAML has it."""
    try:
        from yaml._yaml import CParser  # the bare parser: no resolver, no constructor
    except ImportError:
        yield from yaml.parse(text, Loader=yaml.SafeLoader)
        return
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        yield event


class _Builder:
    """Turns events into nodes; `misfits` gathers what our files must not use."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.misfits: list[Misfit] = []
        self.root: Any = None
        self.open_flows: list[tuple[Position, str]] = []
        self._stack: list[tuple[Any, Scalar | None]] = []
        self._key: Scalar | None = None
        self._documents = 0

    def met(self, kind: str, at: Position, **about: str) -> Misfit:
        """Note a misfit at a place."""
        misfit = Misfit("file", kind, self.path, at, about)
        self.misfits.append(misfit)
        return misfit

    def build(self, events: Iterator[Any]) -> None:
        """Consume the events of one file."""
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._oddities(event)
                # nothing behind a tag is not an empty value: the tag has been said
                quoted = bool(event.style) or bool(event.tag)
                self._add(Scalar(event.value, _place(event.start_mark), quoted))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._oddities(event)
                self._open(event, kind is yaml.MappingStartEvent)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close()
            elif kind is yaml.AliasEvent:
                self.met("alias", _place(event.start_mark), name=f"*{event.anchor}")
                self._add(Scalar(f"*{event.anchor}", _place(event.start_mark), True))
            elif kind is yaml.DocumentStartEvent:
                self._documents += 1
                if self._documents > 1:
                    raise SyntaxMisfit(
                        Misfit("file", "second-document", self.path, _place(event.start_mark), {})
                    )

    def _oddities(self, event: Any) -> None:
        """Anchors and tags, which a ledger has no use for."""
        if event.anchor:
            self.met("anchor", _place(event.start_mark), name=f"&{event.anchor}")
        if event.tag:
            self.met("tag", _place(event.start_mark), name=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _open(self, event: Any, mapping: bool) -> None:
        at = _place(event.start_mark)
        if len(self._stack) >= MAX_DEPTH:
            raise SyntaxMisfit(Misfit("file", "too-deep", self.path, at, {"limit": str(MAX_DEPTH)}))
        node = MappingNode(at) if mapping else SequenceNode(at)
        if self._wants_key():
            raise SyntaxMisfit(Misfit("file", "complex-key", self.path, at, {}))
        if event.flow_style:
            self.open_flows.append((at, "{" if mapping else "["))
        self._stack.append((node, self._key))
        self._key = None

    def _close(self) -> None:
        node, key = self._stack.pop()
        if self.open_flows and self.open_flows[-1][0] == node.at:
            self.open_flows.pop()
        self._key = key
        self._add(node)

    def _wants_key(self) -> bool:
        return bool(self._stack) and self._key is None and isinstance(self._stack[-1][0], MappingNode)

    def _add(self, node: Any) -> None:
        """Put a finished node where it belongs."""
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1][0]
        if isinstance(parent, SequenceNode):
            if isinstance(node, Scalar) and not node.text and not node.quoted:
                # nothing after the dash: the dash is the place that exists in the file
                node.at = Position(node.at.line, max(1, node.at.column - 1))
            parent.items.append(node)
        elif self._key is None:
            self._key = node
        else:
            key, self._key = self._key, None
            name = key.text
            if name == "<<" and not key.quoted:
                self.met("merge-key", key.at)
            elif name in parent.keys:
                self.met("duplicate-key", key.at, key=name, first=str(parent.keys[name].at.line))
            else:
                parent.keys[name] = key
                parent.values[name] = node

    def _flow_begins(self, at: Position) -> bool:
        """Whether the innermost open bracket stands on the line of `at`."""
        return bool(self.open_flows) and self.open_flows[-1][0].line == at.line

    def syntax(self, problem: yaml.MarkedYAMLError, text: str) -> Misfit:
        """The parser's complaint as a misfit; an unclosed bracket or quote is placed where it opens."""
        words, context = problem.problem or "", problem.context or ""
        at = _place(problem.problem_mark or problem.context_mark)
        opened = _place(problem.context_mark) if problem.context_mark else None
        for word, kind, name in (("anchor", "anchor", "&"), ("alias", "alias", "*"), ("tag", "tag", "!")):
            if f"n {word}" in context or f"a {word}" in context:
                return Misfit("file", kind, self.path, opened or at, {"name": name})
        if "quoted scalar" in context and "end of" in words and opened:
            return Misfit("file", "unclosed-quote", self.path, opened, {})
        lines = text.splitlines()
        sign = lines[at.line - 1][at.column - 1 : at.column] if at.line <= len(lines) else ""
        if sign and sign in "]}" and (not self.open_flows or "expected ','" not in words):
            return Misfit("file", "yaml-syntax", self.path, at, {"problem": "extra bracket"})
        precise = (
            "cannot start any token",
            "unknown escape",
            *(("node content",) if self._flow_begins(at) else ()),
        )
        if self.open_flows and not any(piece in words for piece in precise):
            where, bracket = self.open_flows[-1]
            if "flow" in context and opened:
                where, bracket = opened, "{" if "mapping" in context else "["
            closes = "}" if bracket == "{" else "]"
            rest = lines[at.line - 1][at.column - 1 :] if at.line <= len(lines) else ""
            if at.line == where.line and closes in rest and "expected ','" in words:
                return Misfit("file", "yaml-syntax", self.path, at, {"problem": "comma missing"})
            return Misfit("file", "unclosed-bracket", self.path, where, {"bracket": bracket, "found": sign})
        if "expected key" in words and lines[at.line - 1][: at.column - 1].strip():
            words = "text after a value"
        if "could not find expected ':'" in words and opened:
            at = opened
        return Misfit("file", "yaml-syntax", self.path, at, {"problem": words})


def _within(misfit: Misfit, text: str) -> Misfit:
    """The parser may blame the end of the file; the last character of the text is a place that exists."""
    lines = text.splitlines()
    line = min(misfit.at.line, len(lines))
    while line > 1 and line < misfit.at.line and not lines[line - 1].strip():
        line -= 1
    column = misfit.at.column if line == misfit.at.line else len(lines[line - 1])
    at = Position(line, max(1, min(column, len(lines[line - 1]))))
    return misfit if at == misfit.at else replace(misfit, at=at)


def _place(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1) if mark is not None else Position(1, 1)
