"""What a version of a file says of an indicator, read off its nodes: its terms in the plan, its figures in a report.

Only what it means is kept: 230 and 230.0 are one figure, the short and the long form are one, order and layout
are nothing. A version need not be sound; whatever of it can be read says what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from minsheng_cli.month import Month
from minsheng_cli.numbers import parse
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode

Value = Decimal | str | tuple[str, ...] | None
"""A number, a text that is none (a stage, a slip), or the ids of items in their alphabet's order."""


class Told(NamedTuple):
    """One figure of one month, with what the department says of it."""

    done: Value
    eligible: Value = None
    note: str | None = None
    revision: str | None = None

    @property
    def value(self) -> tuple[Value, Value]:
        """The figure without the words."""
        return self.done, self.eligible


class Adjusted(NamedTuple):
    """One adjustment of a target."""

    date: str
    target: Value
    reason: str
    document: str


class Terms(NamedTuple):
    """What the plan asks of an indicator."""

    target: Value
    unit: str = ""
    stages: tuple[tuple[str, Value], ...] = ()
    opening: Value = None
    """The opening or the baseline."""
    adjustments: tuple[Adjusted, ...] = ()
    required: tuple[tuple[str, Value], ...] = ()
    """What it owes a deadline of its own: the deadlines' ids with percents."""

    def differences(self, other: Terms) -> list[tuple[str, Any, Any]]:
        """What is another in `other`: the fields' names with both values."""
        both = zip(self._fields, self, other, strict=True)
        return [(name, one, another) for name, one, another in both if one != another]


class Planned(NamedTuple):
    """An indicator as a version of the plan has it."""

    id: str
    name: str
    kind: str
    unit: str
    """In which figures are typed."""
    items: Mapping[str, str]
    department: str
    terms: Terms


class PlannedProject(NamedTuple):
    """A project as a version of the plan has it."""

    no: str
    id: str
    name: str
    indicators: list[Planned]


class PlanSays(NamedTuple):
    """A version of the plan."""

    title: str
    county: str
    year: int | None
    departments: Mapping[str, str]
    """Their short names."""
    projects: list[PlannedProject]
    months: tuple[Month, Month] | None = None
    """The first and the last month that can be reported, where that can be told."""

    @property
    def indicators(self) -> dict[str, tuple[PlannedProject, Planned]]:
        """Every indicator by its id."""
        return {each.id: (project, each) for project in self.projects for each in project.indicators}


def plan_says(root: Any) -> PlanSays:
    """What a plan says, from its root node."""
    head, departments = _under(root, "plan"), _under(root, "departments")
    year = text_of(_under(head, "year"))
    return PlanSays(
        text_of(_under(head, "title")),
        text_of(_under(head, "county")),
        int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        {
            name: text_of(_under(each, "short")) or text_of(_under(each, "name")) or name
            for name, each in (departments.values if isinstance(departments, MappingNode) else {}).items()
        },
        [
            PlannedProject(
                text_of(_under(each, "no")),
                text_of(_under(each, "id")),
                text_of(_under(each, "name")),
                [
                    _planned(one, text_of(_under(each, "lead")))
                    for one in _items(_under(each, "indicators"))
                    if text_of(_under(one, "id"))
                ],
            )
            for each in _items(_under(root, "projects"))
        ],
        _months(head, year),
    )


def _months(head: Any, year: str) -> tuple[Month, Month] | None:
    """From the start to December of the year, or to the last deadline's month if that is later."""
    dates = [text_of(_under(each, "date")) for each in _items(_under(head, "deadlines"))]
    try:
        first, december = Month.parse(text_of(_under(head, "start"))[:7]), Month.parse(f"{year}-12")
        return first, max([december, *(Month.parse(each[:7]) for each in dates)])
    except ValueError:
        return None


def _planned(node: Any, lead: str) -> Planned:
    items, unit = _under(node, "items"), text_of(_under(node, "unit"))
    kind = text_of(_under(node, "kind"))
    targets = [value for key in ("target", "target_percent") if (value := _value(_under(node, key)))]
    opening = _value(_under(node, "opening")) or _value(_under(node, "baseline"))
    required = _under(node, "required")
    return Planned(
        text_of(_under(node, "id")),
        text_of(_under(node, "name")),
        kind,
        text_of(_under(node, "report_unit")) or unit,
        {name: text_of(each) for name, each in items.values.items()}
        if isinstance(items, MappingNode)
        else {},
        text_of(_under(node, "department")) or lead,
        Terms(
            targets[0] if targets else Decimal(100) if kind == "coverage" else None,
            "%" if kind == "coverage" else unit,
            _stages(_under(node, "stages")),
            opening,
            tuple(sorted(map(_adjusted, _items(_under(node, "adjustments"))), key=lambda each: each.date)),
            tuple(
                (name, _value(_under(each, "percent")))
                for name, each in sorted(required.values.items() if isinstance(required, MappingNode) else ())
            ),
        ),
    )


def _stages(node: Any) -> tuple[tuple[str, Value], ...]:
    if isinstance(node, MappingNode):
        return tuple((name, _value(each)) for name, each in node.values.items())
    return tuple((text_of(each), None) for each in _items(node))


def _adjusted(node: Any) -> Adjusted:
    return Adjusted(
        text_of(_under(node, "date")),
        _value(_under(node, "target")),
        text_of(_under(node, "reason")),
        text_of(_under(node, "document")),
    )


def reports(root: Any) -> Iterator[Any]:
    """The nodes of a department's reports."""
    yield from _items(_under(root, "reports"))


def figures_of(report: Any, wanted: frozenset[str]) -> tuple[str, dict[str, Told]]:
    """A report's month as typed, and what it tells of the indicators that are asked for."""
    figures = _under(report, "figures")
    told = {}
    if isinstance(figures, MappingNode):
        for name in wanted & figures.values.keys():
            if (found := _told(figures.values[name])) is not None:
                told[name] = found
    return text_of(_under(report, "month")), told


def _told(node: Any) -> Told | None:
    """A figure in its short or its long form; None where nothing stands there."""
    if not isinstance(node, MappingNode):
        value = _value(node)
        return None if value is None else Told(value)
    parts = [_value(_under(node, key)) for key in ("done", "stage")]
    done = next((part for part in parts if part is not None), None)
    eligible = _value(_under(node, "eligible"))
    note, revision = (text_of(_under(node, key)) or None for key in ("note", "revision"))
    told = Told(done, eligible, note, revision)
    return None if told == Told(None) else told


def _value(node: Any) -> Value:
    if isinstance(node, Scalar):
        if node.empty:
            return None
        number = parse(node.text)
        return number if isinstance(number, Decimal) else node.text
    if isinstance(node, SequenceNode):
        return tuple(sorted(text_of(each) for each in node.items))
    return None


def text_of(node: Any) -> str:
    """A scalar's text; empty for anything else."""
    return node.text if isinstance(node, Scalar) and not node.empty else ""


def _under(node: Any, name: str) -> Any:
    return node.values.get(name) if isinstance(node, MappingNode) else None


def _items(node: Any) -> list[Any]:
    return node.items if isinstance(node, SequenceNode) else []
