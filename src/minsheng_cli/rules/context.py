"""What every check is given, worked out once: the ledger, its plan, the figures read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.model.ledger import Ledger
from minsheng_cli.model.plan import PlanFile, Responsibility
from minsheng_cli.model.progress import ProgressFile
from minsheng_cli.model.series import Figures
from minsheng_cli.month import Month
from minsheng_cli.rules.likely import with_likely
from minsheng_cli.source.nodes import MappingNode, places_in
from minsheng_cli.terms import quoted


class Said(NamedTuple):
    """What a check says; the rule adds its code and severity."""

    file: str
    at: Position
    message: str
    hint: str


class Context:
    """A ledger with everything that several rules need."""

    def __init__(self, ledger: Ledger, figures: Figures) -> None:
        self.ledger = ledger
        self.figures = figures
        self.plan: PlanFile | None = ledger.plan
        self.responsibilities: dict[str, Responsibility] = self.plan.responsibilities if self.plan else {}
        self.declared = ledger.declared
        found = [misfit for document in ledger.documents for misfit in document.misfits] + figures.misfits
        plan = self.plan
        self.misfits: list[Misfit] = (
            found if plan is None else [with_likely(each, plan, self.responsibilities) for each in found]
        )
        self.wrong_places = ledger.plan_document.wrong_places
        """Where the plan is wrong; grows while its checks run."""
        self.broken_files: set[str] = set()
        """Files with an error; known when the checks on completeness run, which come last."""

    @property
    def plan_file(self) -> str:
        """The plan's path."""
        return self.ledger.plan_document.path

    def doubts(self, mapping: MappingNode, *keys: str) -> bool:
        """Whether the plan is wrong, or says nothing, under one of these keys of a mapping."""
        return any(
            key not in mapping.values
            or mapping.keys[key].at in self.wrong_places
            or not self.wrong_places.isdisjoint(places_in(mapping.values[key]))
            for key in keys
        )

    def doubts_all(self, mapping: MappingNode) -> bool:
        """Whether the plan is wrong anywhere in a mapping."""
        return bool(self.wrong_places) and not self.wrong_places.isdisjoint(places_in(mapping))

    @property
    def sound_responsibilities(self) -> dict[str, Responsibility]:
        """The indicators of which the plan says nothing wrong."""
        found = self.responsibilities.items()
        return {name: each for name, each in found if not self.doubts_all(each.indicator.mapping)}

    def owner_known(self, found: Responsibility) -> bool:
        """Whether it is certain which department answers for an indicator."""
        if self.plan is None or found.department not in self.plan.departments:
            return False
        if found.indicator.department is not None:
            return not self.doubts(found.indicator.mapping, "department")
        return not self.doubts(found.project.mapping, "lead")

    def outside_plan(self, month: Month) -> bool:
        """Whether a month is certainly none of the plan's."""
        header = self.plan.plan if self.plan is not None else None
        if (
            header is None
            or not header.deadlines
            or self.doubts(header.mapping, "start", "year", "deadlines")
        ):
            return False
        return not header.first_month <= month <= header.last_month

    @cached_property
    def misplaced(self) -> set[tuple[str, Month]]:
        """Reports (file and month) whose month cannot be right: outside the plan, or before the one above."""
        found: set[tuple[str, Month]] = set()
        for document, file in self.ledger.progress:
            latest: Month | None = None
            for report in file.reports:
                if self.outside_plan(report.month) or (latest is not None and report.month < latest):
                    found.add((document.path, report.month))
                else:
                    latest = report.month
        return found

    def department(self, name: str) -> str:
        """A department's short name for a sentence."""
        return self.plan.department_name(name) if self.plan else name

    def indicator(self, name: str) -> str:
        """An indicator for a sentence: its name, and its id as the files have it."""
        found = self.responsibilities.get(name)
        return quoted(found.indicator.name, name) if found else f"“{name}”"


def named_indicators(file: ProgressFile) -> Iterator[tuple[str, Position, Collection[str]]]:
    """Every indicator id that a department's file names, in figures and in its schedule: its place, and all ids there."""
    schedule = file.mapping.values.get("schedule")
    if isinstance(schedule, MappingNode):
        for name in file.schedule:
            yield name, schedule.key(name), file.schedule
    for report in file.reports:
        figures = report.mapping.values.get("figures")
        if isinstance(figures, MappingNode):
            for name in report.figures:
                yield name, figures.key(name), report.figures


def reporting_departments(context: Context) -> list[str]:
    """Departments that answer for an indicator which needs a report, in the plan's order of indicators."""
    owed = (each for each in context.responsibilities.values() if not each.indicator.derived)
    found = (each.department for each in owed if context.owner_known(each))
    return list(dict.fromkeys(found))


def file_stem(path: str) -> str:
    """A file's name without its folder and `.yaml`."""
    return path.rsplit("/", 1)[-1].removesuffix(".yaml")


def in_year(day: date, year: int) -> date:
    """The same day of another year (29 February becomes the 28th), for a year that was mistyped."""
    return Month.of(year, day.month).day(day.day)
