"""The names that a plan gives to its projects and departments, and its months, read off its nodes without models.

For what has to be quick, and content with whatever can be read of a plan that is being written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from minsheng_cli.month import Month
from minsheng_cli.source.decode import decode
from minsheng_cli.source.folder import PLAN, read_one
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.source.parse import parse

_MOST_MONTHS = 60
"""A plan of more years than five has a slip in its dates."""
_NEXT_ENTRY = re.compile(r"\S| {0,4}- ")
"""How a line begins at which a text can be cut, with what stands before it still whole."""


@dataclass(frozen=True, slots=True)
class NamedIndicator:
    """An indicator as people name it, and the department that answers for it."""

    id: str
    name: str
    department: str


@dataclass(frozen=True, slots=True)
class NamedProject:
    """A project as people name it; what the plan does not say is empty."""

    number: str
    id: str
    name: str
    indicators: list[NamedIndicator]


@dataclass(frozen=True, slots=True)
class NamedDepartment:
    """A department as people name it; what the plan does not say is empty."""

    id: str
    short: str
    name: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What a plan offers to name; empty where it cannot be read."""

    months: list[str] = field(default_factory=list)
    projects: list[NamedProject] = field(default_factory=list)
    departments: list[NamedDepartment] = field(default_factory=list)


def outline(root: Path) -> Outline:
    """The outline of the plan of the ledger at `root`."""
    plan = _readable(root)
    head = _value(plan, "plan")
    projects = _value(plan, "projects")
    departments = _value(plan, "departments")
    return Outline(
        list(_months(head)),
        [
            NamedProject(
                _text(each, "no"),
                _text(each, "id"),
                _text(each, "name"),
                [_indicator(one, _text(each, "lead")) for one in _items(_value(each, "indicators"))],
            )
            for each in _items(projects)
        ],
        [
            NamedDepartment(name, _text(each, "short"), _text(each, "name"))
            for name, each in (departments.values if isinstance(departments, MappingNode) else {}).items()
        ],
    )


def _indicator(node: Any, lead: str) -> NamedIndicator:
    """An indicator of a project with this lead."""
    return NamedIndicator(_text(node, "id"), _text(node, "name"), _text(node, "department") or lead)


def _readable(root: Path) -> Any:
    """The plan's root node; of a plan that cannot be read on, what stands before the entry that is broken."""
    data = read_one(root, PLAN).data
    text = decode(PLAN, data).text if data else None
    if not text:
        return None
    parsed = parse(PLAN, text)
    if parsed.root is None and parsed.stumble is not None:
        lines = text.split("\n")[: parsed.stumble.line - 1]
        while lines and not _NEXT_ENTRY.match(lines[-1]):
            lines.pop()
        parsed = parse(PLAN, "\n".join(lines[:-1]))
    return parsed.root


def _months(head: Any) -> Iterator[str]:
    """From the plan's start to the December of its year or its last deadline, whichever is later."""
    deadlines = _value(head, "deadlines")
    days = [_text(each, "date") for each in _items(deadlines)]
    first = _month(_text(head, "start"))
    ends = [_month(f"{_text(head, 'year')}-12"), *map(_month, days)]
    last = max((month for month in ends if month is not None), default=None)
    if first is not None and last is not None:
        for number in range(min(last - first + 1, _MOST_MONTHS)):
            yield str(first + number)


def _month(text: str) -> Month | None:
    """The month at the beginning of a day or of a month."""
    try:
        return Month.parse(text[:7])
    except ValueError:
        return None


def _value(node: Any, name: str) -> Any:
    return node.values.get(name) if isinstance(node, MappingNode) else None


def _items(node: Any) -> list[Any]:
    return node.items if isinstance(node, SequenceNode) else []


def _text(node: Any, name: str) -> str:
    found = _value(node, name)
    return found.text if isinstance(found, Scalar) and not found.empty else ""
