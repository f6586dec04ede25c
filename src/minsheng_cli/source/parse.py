"""Text to placed nodes, from the parser's events with a stack of our own.

So depth is bounded before anything is built, aliases are refused instead of followed, and a duplicate key is seen.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from minsheng_cli.finding import LINE_END, Misfit, Position
from minsheng_cli.source.hashes import hashes
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.source.saying import moved, place, typed_at, unreadable

if TYPE_CHECKING:
    from minsheng_cli.source.repeats import Repeats

MAX_DEPTH = 50
MAX_VALUES = 100_000
"""Values of one file, a list or a mapping counted twice; twice what the fullest file of a province has."""
_SHORT = 40
"""Texts up to this length are kept once, however often they were typed (keys, months, units)."""


class Parsed(NamedTuple):
    """The root node, if the text could be read to its end, and what was met."""

    root: Scalar | MappingNode | SequenceNode | None
    misfits: list[Misfit]
    size: int = 0
    """How many names and values were read."""
    stumble: Position | None = None
    """How far the parser came, where it could not read on; the misfit may be placed at the cause, before it."""
    run_ons: Mapping[Position, int] = {}
    """The last line of each text without quotes that goes on over several lines, by where it begins."""


class SyntaxMisfit(Exception):
    """The text cannot be read on; carries the misfit that says why."""

    def __init__(self, misfit: Misfit) -> None:
        super().__init__(misfit.kind)
        self.misfit = misfit


def parse(path: str, text: str) -> Parsed:
    """Parse one file's text; never raises, whatever the text is."""
    builder = _Builder(path, text)
    try:
        builder.build(events(text))
    except SyntaxMisfit as stop:
        return Parsed(None, [*builder.misfits, stop.misfit], builder.size, stop.misfit.at)
    except yaml.MarkedYAMLError as problem:
        at = place(problem.problem_mark or problem.context_mark)
        cut = list(builder.cut())
        misfits = [*builder.misfits, *cut]
        if not _explains(cut, builder.open_flows, at):
            misfits.append(_stumble(builder, problem, text))
        return Parsed(None, misfits, builder.size, at)
    except yaml.YAMLError:  # the reader's own refusal of a character; decode names those it knows
        stumble = Misfit("file", "yaml-syntax", path, Position(1, 1), {"problem": ""})
        return Parsed(None, [*builder.misfits, stumble], size=builder.size)
    misfits = [*builder.misfits, *builder.cut()]
    return Parsed(builder.root, misfits, size=builder.size, run_ons=builder.run_ons)


def _explains(cut: list[Misfit], flows: list[tuple[Position, str]], at: Position) -> bool:
    """Whether a bracket is only open because a `#` took its end away."""
    lines = {flow.line for flow, _ in flows} | {at.line, at.line - 1}
    return any(each.about["kind"] != "block" and each.at.line in lines for each in cut)


def _stumble(builder: _Builder, problem: yaml.MarkedYAMLError, text: str) -> Misfit:
    """The misfit at which reading stopped."""
    from minsheng_cli.source.syntax import complaint, within  # only where there is something to say

    at = place(problem.problem_mark or problem.context_mark)

    def reads_on(other: str) -> bool:
        try:
            return all(True for _ in events(other))
        except yaml.MarkedYAMLError as further:
            mark = further.problem_mark
            return mark is not None and mark.line > at.line + 1
        except yaml.YAMLError:
            return False

    return within(complaint(builder.path, builder.open_flows, problem, text, reads_on), text)


def events(text: str) -> Iterator[Any]:
    """The parser's events, from the C parser where PyYAML has it."""
    try:
        from yaml._yaml import CParser  # the bare parser: no resolver, no constructor
    except ImportError:
        return yaml.parse(text, Loader=yaml.SafeLoader)
    return iter(CParser(text).get_event, None)


class _Builder:
    """Turns events into nodes; `misfits` gathers what our files must not use."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._lines = LINE_END.split(text)
        self.misfits: list[Misfit] = []
        self.root: Any = None
        self.run_ons: dict[Position, int] = {}
        self.open_flows: list[tuple[Position, str]] = []
        self.values = 0
        self.size = 0
        self._stack: list[tuple[Any, Scalar | None]] = []
        self._key: Scalar | None = None
        self._documents = 0
        self._line = 1
        self._inside: set[int] = set()
        """Lines that are in a text of several lines: a `#` there is no comment."""
        self._repeats: Repeats | None = None

    def met(self, kind: str, at: Position, **about: str) -> Misfit:
        """Note a misfit at a place."""
        misfit = Misfit("file", kind, self.path, at, about)
        self.misfits.append(misfit)
        return misfit

    def cut(self) -> Iterator[Misfit]:
        """The texts that a `#` cuts."""
        return hashes(self.path, self._lines, self._inside)

    def build(self, events: Iterator[Any]) -> None:
        """Consume the events of one file."""
        intern = sys.intern
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                if event.anchor or event.tag:
                    self._oddities(event)
                # nothing behind a tag is not an empty value: the tag has been said
                quoted = bool(event.style) or bool(event.tag)
                text, start = event.value, event.start_mark
                if event.end_mark.line > start.line:
                    self._over_lines(event, quoted=quoted)
                if len(text) <= _SHORT:
                    text = intern(text)
                self._add(Scalar.placed(text, self._line_of(start), start.column + 1, quoted))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if event.anchor or event.tag:
                    self._oddities(event)
                self._open(event, kind is yaml.MappingStartEvent)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close()
            elif kind is yaml.AliasEvent:
                at = place(event.start_mark)
                self.met("alias", at, name=f"*{event.anchor}", typed=self._typed(at))
                self._add(Scalar(f"*{event.anchor}", place(event.start_mark), True))
            elif kind is yaml.DocumentStartEvent:
                self._documents += 1
                if self._documents > 1:
                    raise SyntaxMisfit(
                        Misfit(
                            "file", "second-document", self.path, place(event.start_mark), self._again(event)
                        )
                    )

    def _oddities(self, event: Any) -> None:
        """Anchors and tags, which a ledger has no use for."""
        at = place(event.start_mark)
        if event.anchor:
            self.met("anchor", at, name=f"&{event.anchor}", typed=self._typed(at))
        if event.tag:
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.met("tag", at, name=name, typed=self._typed(at))

    def _twice(self, key: Scalar, node: Any) -> None:
        """A name that its mapping has already."""
        from minsheng_cli.source.repeats import Repeats

        self._repeats = self._repeats or Repeats(self.path)
        holders = [holder for holder, _ in self._stack[-2:]]
        if misfit := self._repeats.met(holders, key, node):
            self.misfits.append(misfit)

    def _over_lines(self, event: Any, *, quoted: bool) -> None:
        """Note the lines of a text of several: where one without quotes ends, and where a `#` is no comment."""
        if not quoted:
            self._swallowed_dash(event)
            self.run_ons[self._place(event.start_mark)] = event.end_mark.line + 1
        elif event.style:
            self._inside.update(range(event.start_mark.line + 2, event.end_mark.line + 2))

    def _swallowed_dash(self, event: Any) -> None:
        """A dash too far in is read as more of the text above it, without a word."""
        parent = self._stack[-1][0] if self._stack else None
        if not isinstance(parent, SequenceNode) or parent.flow:
            return
        for index in range(event.start_mark.line + 1, event.end_mark.line + 1):
            if (line := self._lines[index]).lstrip(" ").startswith("- "):
                self.misfits.append(moved(self.path, line, index + 1, max(0, event.start_mark.column - 2)))

    def _typed(self, at: Position) -> str:
        """The text as typed at a place."""
        return typed_at(self._lines[at.line - 1], at.column)

    def _open(self, event: Any, mapping: bool) -> None:
        at = self._place(event.start_mark)
        self.values += 1  # and once more when it is closed
        if len(self._stack) >= MAX_DEPTH:
            raise SyntaxMisfit(Misfit("file", "too-deep", self.path, at, {"limit": str(MAX_DEPTH)}))
        node = MappingNode(at, flow=event.flow_style) if mapping else SequenceNode(at, flow=event.flow_style)
        if self._wants_key():
            from minsheng_cli.source.flows import complex_key

            raise SyntaxMisfit(complex_key(self.path, at, self._lines[at.line - 1]))
        if mapping and len(self._stack) == 2 and (misfit := self._department(at)):
            raise SyntaxMisfit(misfit)
        if event.flow_style:
            self.open_flows.append((at, "{" if mapping else "["))
        self._stack.append((node, self._key))
        self._key = None

    def _department(self, at: Position) -> Misfit | None:
        """A department among the areas: the line between them was left out."""
        section, key = self._stack[1][1], self._key
        if section is None or key is None or section.text != "areas":
            return None
        if any(line.startswith("departments:") for line in self._lines):
            return None
        return unreadable(self.path, key.at, "parent left out", name="departments", spaces="0")

    def _again(self, event: Any) -> dict[str, str]:
        """Whether the second document begins with a name that the first has too: the same file twice."""
        rest = self._lines[event.start_mark.line + 1 :]
        first = next((line for line in rest if line.strip()), "").partition(":")[0]
        again = isinstance(self.root, MappingNode) and first in self.root.keys
        return {"again": "again" if again else ""}

    def _close(self) -> None:
        node, key = self._stack.pop()
        if self.open_flows and self.open_flows[-1][0] == node.at:
            self.open_flows.pop()
        self._key = key
        self._add(node)

    def _place(self, mark: Any) -> Position:
        return Position(self._line_of(mark), mark.column + 1)

    def _line_of(self, mark: Any) -> int:
        """The number of a line, kept once for all that stands on it."""
        if mark.line + 1 != self._line:
            self._line = mark.line + 1
        return self._line

    def _wants_key(self) -> bool:
        return bool(self._stack) and self._key is None and isinstance(self._stack[-1][0], MappingNode)

    def _add(self, node: Any) -> None:
        """Put a finished node where it belongs."""
        self.size += 1
        parent = self._stack[-1][0] if self._stack else None
        if self._key is None and type(parent) is MappingNode:
            self._key = node
            return
        self.values += 1
        if self.values > MAX_VALUES:
            raise SyntaxMisfit(
                Misfit("file", "too-many-values", self.path, node.at, {"limit": str(MAX_VALUES)})
            )
        if parent is None:
            self.root = node
        elif isinstance(parent, SequenceNode):
            if isinstance(node, Scalar) and not node.text and not node.quoted:
                # nothing after the dash: the dash is the place that exists in the file
                node.at = Position(node.at.line, max(1, node.at.column - 1))
            parent.items.append(node)
        elif self._key is not None:
            key, self._key = self._key, None
            name = key.text
            if name == "<<" and not key.quoted:
                self.met("merge-key", key.at)
            elif name in parent.keys:
                self._twice(key, node)
            else:
                parent.keys[name] = key
                parent.values[name] = node
