"""A file's text as nodes that know where they begin and end, for whoever puts something in their place.

The nodes that everything else is read from (source/nodes.py) keep only where they begin: hundreds of thousands of
them are made at each run, and nobody else asks for the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from minsheng_cli.finding import LINE_END
from minsheng_cli.source.nodes import NOTHING
from minsheng_cli.source.parse import events


class Text(NamedTuple):
    """A scalar: what it says, and the offsets between which it was typed, quotation marks included."""

    start: int
    end: int
    says: str
    style: str
    """`'`, `"`, `|`, `>`, or empty for a text without quotes."""
    column: int

    @property
    def nothing(self) -> bool:
        """Nothing was typed there, or a word for it."""
        return not self.style and self.says in NOTHING


class Listed(NamedTuple):
    """A list; `flow`: in square brackets, which are between the offsets, too. `column` is where its dashes stand."""

    start: int
    end: int
    flow: bool
    items: list[Any]
    column: int


class Mapped(NamedTuple):
    """A mapping as pairs of a name and what it holds; `flow`: in braces, which are between the offsets, too."""

    start: int
    end: int
    flow: bool
    pairs: list[tuple[Text, Any]]
    column: int

    def find(self, name: str) -> int | None:
        """The number of the pair of that name."""
        return next((place for place, (key, _) in enumerate(self.pairs) if key.says == name), None)

    def get(self, name: str) -> Any:
        """What stands under a name; None where the mapping has no such name."""
        place = self.find(name)
        return None if place is None else self.pairs[place][1]

    def key(self, name: str) -> Text | None:
        """The name itself, as typed."""
        place = self.find(name)
        return None if place is None else self.pairs[place][0]


def spans(text: str) -> Any:
    """The root of a text that source/parse.py has read without complaint; None where it holds nothing."""
    found: Iterator[Any] = events(text)
    for event in found:
        if not isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
            return None if isinstance(event, yaml.StreamEndEvent) else _node(event, found, text)
    return None


def _node(event: Any, rest: Iterator[Any], text: str) -> Any:
    """The node that begins with `event`; as deep as source/parse.py lets a file be."""
    inner: Any
    last: Any
    kind, flow = type(event), bool(getattr(event, "flow_style", False))
    start, column = event.start_mark.index, event.start_mark.column
    if kind is yaml.ScalarEvent:
        end = event.end_mark.index
        style = event.style or ""
        if style in ("|", ">"):  # its end is where the next thing begins
            end = start + len(text[start:end].rstrip())
        return Text(start, end, event.value, style, column)
    if kind is yaml.SequenceStartEvent:
        items: list[Any] = []
        while type(inner := next(rest)) is not yaml.SequenceEndEvent:
            items.append(_node(inner, rest, text))
        last = inner.end_mark
        end = last.index if flow else items[-1].end if items else start
        return Listed(start, end, flow, items, column)
    pairs: list[tuple[Text, Any]] = []
    while type(inner := next(rest)) is not yaml.MappingEndEvent:
        key = _node(inner, rest, text)
        pairs.append((key, _node(next(rest), rest, text)))
    last = inner.end_mark
    end = last.index if flow else pairs[-1][1].end if pairs else start
    return Mapped(start, end, flow, pairs, column)


def plain(node: Any) -> Any:
    """What a node says, without its place: texts, lists, dictionaries; None where nothing was typed."""
    if isinstance(node, Text):
        return None if node.nothing else node.says
    if isinstance(node, Listed):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapped):
        return {key.says: plain(value) for key, value in node.pairs}
    return None


def lines_of_report(text: str, month: str) -> tuple[int, int]:
    """The first and the last line of a month's report, from 1; none where there is no such report."""
    root = spans(text)
    reports = root.get("reports") if isinstance(root, Mapped) else None
    for each in reports.items if isinstance(reports, Listed) else []:
        if month_of(each) == month:
            first, last = (
                sum(1 for _ in LINE_END.finditer(text, 0, at)) + 1 for at in (each.start, each.end)
            )
            return first, last
    return 1, 0


def month_of(report: object) -> str:
    """A report's month as typed; empty where it has none."""
    node = report.get("month") if isinstance(report, Mapped) else None
    return node.says if isinstance(node, Text) else ""
