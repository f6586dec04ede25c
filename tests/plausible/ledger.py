"""A county's year as data that can be changed at one figure, and its files as text."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import NamedTuple

from minsheng_cli.source.folder import SourceFile


def plain(quanta: int, places: int = 0) -> str:
    """`quanta` of 10**-places as a plainly written number (2650 at 2 places is 26.5)."""
    if places == 0:
        return str(quanta)
    text = str(quanta).rjust(places + 1, "0")
    whole, fraction = text[:-places], text[-places:].rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


class Place(NamedTuple):
    """Where one figure stands: a department's report of a month, an indicator in it."""

    department: str
    month: int
    indicator: str


@dataclass
class Figure:
    """One figure as a clerk types it; `done` is text, so that a slip may be anything."""

    done: str
    eligible: str | None = None
    note: str | None = None
    revision: str | None = None

    def text(self, kind: str) -> str:
        """The short form where there is nothing more to say, else the long one."""
        parts = [("stage" if kind == "milestone" else "done", self.done), ("eligible", self.eligible)]
        parts += [("note", self.note), ("revision", self.revision)]
        said = [f"{key}: {value}" for key, value in parts if value is not None]
        return said[0].partition(": ")[2] if len(said) == 1 else f"{{{', '.join(said)}}}"


@dataclass
class Row:
    """One indicator and its year; `target` counts in quanta of the reported unit."""

    id: str
    name: str
    kind: str
    unit: str
    shape: str
    keys: str = ""
    target: int = 0
    places: int = 0
    opening: int = 0
    scaled: bool = False
    schedule: dict[int, str] = field(default_factory=dict)
    figures: dict[int, Figure] = field(default_factory=dict)

    @property
    def numbers(self) -> dict[int, int]:
        """Each month's done in quanta (of kinds that are numbers, typed plainly)."""
        found = {}
        for month, figure in self.figures.items():
            whole, _, fraction = figure.done.partition(".")
            found[month] = int(whole + fraction.ljust(self.places, "0")[: self.places])
        return found

    def line(self) -> str:
        """The indicator in the plan."""
        unit = "" if self.kind == "milestone" else f', unit: "{self.unit}"'
        return f"{{id: {self.id}, name: {self.name}, kind: {self.kind}{unit}{self.keys}}}"

    def series(self) -> str:
        """The year on one line, for whoever reads a failed test."""
        moves = " ".join(f"{month}:{figure.text(self.kind)}" for month, figure in self.figures.items())
        goal = plain(self.target, self.places)
        return f"{self.id} [{self.shape}, {self.kind}, {goal} {self.unit}{self.keys}] {moves}"


@dataclass
class Department:
    """One bureau: its indicators, grouped into projects, and the months it reported."""

    id: str
    name: str
    rows: list[Row]
    projects: list[tuple[str, int]]
    """Names of its projects and how many of its indicators, in order, belong to each."""
    reported_on: dict[int, str]
    """The months it reported, and when."""


class Deadline(NamedTuple):
    """A deadline in the plan's year."""

    month: int
    day: int
    percent: int
    binding: bool


@dataclass
class County:
    """A whole ledger."""

    name: str
    year: int
    start: int
    deadlines: list[Deadline]
    departments: list[Department]

    def copy(self) -> County:
        """A ledger of its own, to make a slip in."""
        return deepcopy(self)

    def until(self, month: int) -> County:
        """The ledger as it stood when `month` had been reported."""
        found = self.copy()
        for department in found.departments:
            kept = {each: day for each, day in department.reported_on.items() if each <= month}
            department.reported_on = kept
            for row in department.rows:
                row.figures = {each: figure for each, figure in row.figures.items() if each in kept}
        return found

    def rows(self) -> Iterator[tuple[Department, Row]]:
        """Every indicator with its department."""
        for department in self.departments:
            for row in department.rows:
                yield department, row

    def row(self, name: str) -> Row:
        """The indicator of this id."""
        return next(row for _, row in self.rows() if row.id == name)

    def month(self, month: int) -> str:
        """A month as the files have it."""
        return f"{self.year}-{month:02d}"

    @property
    def figures(self) -> int:
        """How many figures stand in the ledger."""
        return sum(len(row.figures) for _, row in self.rows())


class Written(NamedTuple):
    """A ledger's files, and the place of each figure by file and line."""

    files: dict[str, str]
    places: dict[tuple[str, int], Place]

    @property
    def sources(self) -> list[SourceFile]:
        """What the program reads."""
        return [SourceFile(path, text.encode(), []) for path, text in self.files.items()]


def write(county: County) -> Written:
    """The ledger as its keeper and its departments would have typed it."""
    files, places = {"data/projects.yaml": _plan(county)}, {}
    for department in county.departments:
        if not department.reported_on:
            continue
        path = f"data/progress/{department.id}.yaml"
        lines = [f"department: {department.id}"]
        scheduled = [row for row in department.rows if row.schedule]
        if scheduled:
            lines.append("schedule:")
        for row in scheduled:
            steps = ", ".join(f"{county.month(month)}: {level}" for month, level in row.schedule.items())
            lines.append(f"  {row.id}: {{{steps}}}")
        lines.append("reports:")
        for month, day in department.reported_on.items():
            lines += [f"  - month: {county.month(month)}", f"    reported_on: {day}", "    figures:"]
            for row in department.rows:
                if month in row.figures:
                    lines.append(f"      {row.id}: {row.figures[month].text(row.kind)}")
                    places[path, len(lines)] = Place(department.id, month, row.id)
        files[path] = "\n".join(lines) + "\n"
    return Written(files, places)


def _plan(county: County) -> str:
    lines = [
        "plan:",
        f"  title: {county.name}{county.year}年民生实事",
        f"  county: {county.name}",
        f"  year: {county.year}",
        "  lead: reform",
        f"  start: {county.month(county.start)}-01",
        "  deadlines:",
    ]
    for each in county.deadlines:
        binding = str(each.binding).lower()
        date = f"{county.month(each.month)}-{each.day:02d}"
        lines.append(
            f"    - {{id: by-{each.month}, name: {each.month}月底前, date: {date}, percent: {each.percent}, binding: {binding}}}"
        )
    lines += ["departments:", "  reform: {name: 发展和改革局}"]
    lines += [f"  {each.id}: {{name: {each.name}}}" for each in county.departments]
    lines.append("projects:")
    number = 0
    for department in county.departments:
        rows = iter(department.rows)
        for name, size in department.projects:
            number += 1
            lines += [f"  - no: {number}", f"    id: project-{number}", f"    name: {name}"]
            lines += [f"    lead: {department.id}", "    indicators:"]
            lines += [f"      - {next(rows).line()}" for _ in range(size)]
    return "\n".join(lines) + "\n"
