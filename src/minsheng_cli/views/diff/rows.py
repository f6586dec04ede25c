"""The differences as sections of rows, the worst first: what a reviewer reads in half a minute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from minsheng_cli.review.change import Change
from minsheng_cli.review.difference import Difference
from minsheng_cli.terms import SAMPLE
from minsheng_cli.views.diff.plan import rank
from minsheng_cli.views.diff.words import Words, closed_before

LOUD = ("unreadable", "plan", "schedule", "closed", "sample", "settled", "removed", "earlier")
"""Sections that nobody may overlook."""
TITLES = {
    "unreadable": "读不出来的",
    "plan": "计划改动",
    "schedule": "时间表改动",
    "closed": "关账和重开",
    "sample": f"{SAMPLE}标记",
    "settled": "改了已关账月份的数",
    "removed": "删去的月报和数",
    "earlier": "改了以前月份的数",
    "changed": "改了最近一个月的数",
    "fresh": "新报的月报",
    "problem": "问题",
    "highlight": "亮点",
    "note": "说明和其他",
}
"""The sections in their order."""


class Row(NamedTuple):
    """One line for the reader; `reasons` are the department's or the plan's own words, `changes` are what it says."""

    words: str
    reasons: list[str]
    changes: list[Change]


class Section(NamedTuple):
    """A group of rows under one title."""

    name: str
    rows: list[Row]

    @property
    def title(self) -> str:
        """Its title."""
        return TITLES[self.name]

    @property
    def loud(self) -> bool:
        """Whether it must not be overlooked."""
        return self.name in LOUD


def sections(difference: Difference) -> list[Section]:
    """All differences, in sections that are not empty."""
    words = Words(difference)
    rows: dict[str, list[Row]] = {name: [] for name in TITLES}
    for group in _grouped(difference.changes):
        name = "settled" if closed_before(difference, group[0]) else _section(group)
        rows[name].append(Row(words.line(group), words.reasons(group), group))
    rows["plan"].sort(key=lambda row: rank(row.changes[0]))
    return [Section(name, found) for name, found in rows.items() if found]


def _grouped(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Changes that are told in one line: the values of one figure, the steps of one schedule."""

    def one(change: Change) -> tuple[object, ...]:
        if change.figure is not None:
            return ("figure", id(change.figure))
        if change.kind == "schedule":
            return ("schedule", change.department, change.indicator)
        return (id(change),)

    for _, group in groupby(changes, one):
        yield list(group)


def _section(group: Sequence[Change]) -> str:
    """Where a change is told."""
    change = group[0]
    if change.kind in ("unreadable", "schedule", "closed", "problem", "highlight", "sample"):
        return change.kind
    if change.kind in ("plan", "deadline", "target", "indicator", "project", "department", "area"):
        return "plan"
    if change.kind in ("report", "figure") and all(each.new is None for each in group):
        return "removed"
    if change.figure is not None and change.kind == "figure":
        if change.figure.earlier:
            return "earlier"
        return "fresh" if change.figure.fresh else "changed"
    if change.earlier and change.kind in ("report", "revision"):
        return "earlier"  # who was late, and why a figure was put right, has been published
    return "fresh" if change.kind == "report" and change.old is None else "note"
