"""What every check is given, worked out once: the ledger, its plan, the figures read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from minsheng_cli.finding import Finding, Misfit, Position
from minsheng_cli.model.document import Document
from minsheng_cli.model.ledger import Ledger
from minsheng_cli.model.plan import AnyIndicator, PlanFile, Responsibility
from minsheng_cli.model.progress import ProgressFile
from minsheng_cli.model.series import Figures
from minsheng_cli.month import Month
from minsheng_cli.plausibility.questions import questions
from minsheng_cli.rules.catalogue import is_error
from minsheng_cli.rules.likely import Likely
from minsheng_cli.source.nodes import MappingNode, places_in
from minsheng_cli.status.course import Course, courses
from minsheng_cli.status.pace import LAST_MONTH
from minsheng_cli.terms import quoted

_FEW = 3
"""Of two reports in the wrong order either may be out of place."""


class Said(NamedTuple):
    """What a check says; the rule adds its code and severity."""

    file: str
    at: Position
    message: str
    hint: str | Callable[[], str]
    """What to do; a function where finding that out takes long, for a finding that may not be listed."""


class Context:
    """A ledger with everything that several rules need."""

    def __init__(self, ledger: Ledger, figures: Figures, base: Context | None = None) -> None:
        """`base`: the ledger as it was in an older version, where the two are to be compared."""
        self.ledger = ledger
        self.figures = figures
        self.base = base
        self.found: frozenset[tuple[str, str, Position]] = frozenset()
        """The code and the place of what has been found; known when the rules on changes run."""
        self.plan: PlanFile | None = ledger.plan
        self.responsibilities: dict[str, Responsibility] = self.plan.responsibilities if self.plan else {}
        self.declared = ledger.declared
        found = [misfit for document in ledger.documents for misfit in document.misfits] + figures.misfits
        likely = None if self.plan is None else Likely(self.plan, self.responsibilities)
        added = found if likely is None else [likely.added(each) for each in found]
        self.misfits: list[Misfit] = [each for each in added if not each.about.get("echo")]
        self.wrong_places = ledger.plan_document.wrong_places
        """Where the plan is wrong; grows while its checks run."""
        self._months: dict[int, tuple[Month, Month] | None] = {}
        self._doubted: dict[tuple[int, int], bool] = {}
        self.broken_files: set[str] = set()
        """Files with an error; known when the checks on completeness run, which come last."""

    @property
    def plan_file(self) -> str:
        """The plan's path."""
        return self.ledger.plan_document.path

    @cached_property
    def answered_by(self) -> dict[str, list[str]]:
        """The indicators that each department answers for, in the plan's order."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name, each in self.responsibilities.items():
            found[each.department].append(name)
        return found

    @cached_property
    def file_of_department(self) -> dict[str, str]:
        """The path of each department's file, the first where there are two."""
        files = reversed(self.ledger.progress)
        return {file.department: document.path for document, file in files}

    @cached_property
    def courses(self) -> dict[str, Course]:
        """Every indicator's course, as all reports together tell it."""
        return courses(self.figures.series, LAST_MONTH)

    def doubts(self, mapping: MappingNode, *keys: str) -> bool:
        """Whether the plan is wrong, or says nothing, under one of these keys of a mapping."""
        if not self.wrong_places:
            return not all(key in mapping.values for key in keys)
        return any(
            key not in mapping.values
            or mapping.keys[key].at in self.wrong_places
            or not self.wrong_places.isdisjoint(places_in(mapping.values[key]))
            for key in keys
        )

    def doubts_all(self, mapping: MappingNode) -> bool:
        """Whether the plan is wrong anywhere in a mapping."""
        if not self.wrong_places:
            return False
        known = (id(mapping), len(self.wrong_places))
        if known not in self._doubted:
            self._doubted[known] = not self.wrong_places.isdisjoint(places_in(mapping))
        return self._doubted[known]

    def stages_doubted(self, indicator: AnyIndicator) -> bool:
        """Whether it is doubtful which of its stages is the later one."""
        return indicator.kind == "milestone" and self.doubts(indicator.mapping, "stages")

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
        known = len(self.wrong_places)
        if known not in self._months:
            self._months = {known: self._plan_months()}
        months = self._months[known]
        return months is not None and not months[0] <= month <= months[1]

    def _plan_months(self) -> tuple[Month, Month] | None:
        """The first and the last month of the plan, where that is certain."""
        header = self.plan.plan if self.plan is not None else None
        if (
            header is None
            or not header.deadlines
            or self.doubts(header.mapping, "start", "year", "deadlines")
        ):
            return None
        return header.first_month, header.last_month

    @cached_property
    def misplaced(self) -> set[tuple[str, Month]]:
        """Reports (file and month) whose month cannot be right: outside the plan, or before the one above."""
        found: set[tuple[str, Month]] = set()
        for document, file in self.ledger.progress:
            latest: Month | None = None
            first = self.newest_first(file)
            if first is not None:
                found.add((document.path, first))
            for report in file.reports[0 if first is None else 1 :]:
                if self.outside_plan(report.month) or (latest is not None and report.month < latest):
                    found.add((document.path, report.month))
                else:
                    latest = report.month
        return found

    def newest_first(self, file: ProgressFile) -> Month | None:
        """The month of the first report, where only that one is out of order: it belongs below the others."""
        months = [each.month for each in file.reports if not self.outside_plan(each.month)]
        if len(months) < _FEW or months[0] != file.reports[0].month:
            return None
        rest = months[1:]
        return months[0] if rest == sorted(rest) and months[0] > rest[-1] else None

    def questions(self, found: Iterable[Finding]) -> Iterator[Misfit]:
        """What is unlikely about the figures; a plan with an error is nothing to measure them by."""
        if self.plan is None or any(
            each.file == self.plan_file and each.severity == "error" for each in found
        ):
            return iter(())
        series = self.figures.series.items()
        sure = {
            name: each for name, each in series if not self.doubts_all(each.responsibility.indicator.mapping)
        }
        return questions(self.plan, sure, self.misplaced)

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


def unread_in(document: Document) -> bool:
    """Whether something known in a file could not be read; what is only warned of was read all the same."""
    return any(each.kind != "unknown-key" and is_error(each) for each in document.misfits)


def file_stem(path: str) -> str:
    """A file's name without its folder and `.yaml`."""
    return path.rsplit("/", 1)[-1].removesuffix(".yaml")


def in_year(day: date, year: int) -> date:
    """The same day of another year (29 February becomes the 28th), for a year that was mistyped."""
    return Month.of(year, day.month).day(day.day)
