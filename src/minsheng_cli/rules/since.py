"""Two versions of a ledger, an older one and the present one, as far as both can be read and compared.

What cannot be read on either side is left out, so that nothing is said to have gone that only cannot be read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from minsheng_cli.finding import Position
from minsheng_cli.model.document import Document
from minsheng_cli.model.plan import Deadline, Header, Responsibility
from minsheng_cli.model.progress import ProgressFile, Report
from minsheng_cli.model.series import Entry, month_known
from minsheng_cli.month import Month
from minsheng_cli.rules.catalogue import is_error
from minsheng_cli.rules.context import Context, file_stem
from minsheng_cli.source.nodes import MappingNode, place_of, places_in

if TYPE_CHECKING:
    from minsheng_cli.model.closed import Closing, Reopening


class Placed(NamedTuple):
    """A report with the file that it stands in."""

    path: str
    file: ProgressFile
    report: Report


class Pair(NamedTuple):
    """An indicator of which both plans can be read."""

    name: str
    old: Responsibility
    now: Responsibility


class Version:
    """One of the two: its reports and figures by what they are of."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.plan = context.plan
        self._wrong = context.ledger.plan_document.wrong_places

    @cached_property
    def reports(self) -> dict[tuple[str, Month], Placed]:
        """The reports by department and month, as far as it is certain of which month each is."""
        return {
            (file.department, report.month): Placed(document.path, file, report)
            for document, file in reversed(self.context.ledger.progress)
            for report in reversed(file.reports)
            if month_known(report, document.wrong_places)
        }

    @cached_property
    def entries(self) -> dict[tuple[str, Month], Entry]:
        """The figures that were read by indicator and month; of those that a month has twice, none."""
        found: defaultdict[tuple[str, Month], list[Entry]] = defaultdict(list)
        for name, series in self.context.figures.series.items():
            for entry in series.entries:
                found[name, entry.month].append(entry)
        return {key: entries[0] for key, entries in found.items() if len(entries) == 1}

    @cached_property
    def broken(self) -> set[str]:
        """The files that have an error of form: what is not found in them may stand there all the same."""
        return {document.path for document in self.context.ledger.documents if _broken(document)}

    @property
    def unread(self) -> list[str]:
        """The files of which something could not be read, be it one figure."""
        wrong = {each.file for each in self.context.misfits if is_error(each)}
        return sorted(self.broken | wrong)

    def sound(self, mapping: MappingNode) -> bool:
        """Whether what the plan says there could be read."""
        return not self._wrong or self._wrong.isdisjoint(places_in(mapping))

    @property
    def events(self) -> list[Closing | Reopening]:
        """What the record says of closed months, the oldest first; nothing where it has an error of form."""
        record = self.context.ledger.closed_document
        if record is None or record.path in self.broken:
            return []
        events: list[Closing | Reopening] = record.model.closed
        return events

    def file_of(self, department: str) -> str | None:
        """The path of a department's file."""
        return self.context.file_of_department.get(department)

    def lacks(self, department: str) -> bool:
        """Whether what cannot be found of a department is certainly not there."""
        path = self.file_of(department)
        if path is not None:
            return path not in self.broken
        files = {document.path for document in self.context.ledger.progress_documents}
        return files.isdisjoint(self.broken) and all(file_stem(each) != department for each in files)

    @property
    def latest(self) -> Month | None:
        """The latest month that a department has reported."""
        misplaced = self.context.misplaced
        months = (
            month
            for (_, month), placed in self.reports.items()
            if (placed.path, month) not in misplaced and not self.context.outside_plan(month)
        )
        return max(months, default=None)


class Since:
    """The older version beside the present one."""

    def __init__(self, old: Context, now: Context) -> None:
        self.old = Version(old)
        self.now = Version(now)
        self.context = now

    @property
    def plan_file(self) -> str:
        """The present plan's path."""
        return self.context.plan_file

    def found(self, code: str, file: str, at: Position) -> bool:
        """Whether a rule has said something of a place already."""
        return (code, file, at) in self.context.found

    def place(self, department: str, *path: str | int) -> tuple[str, Position]:
        """Where to speak of something of a department: the nearest place to `path` in its file, or its line in the plan."""
        file = self.now.file_of(department)
        if file is not None:
            root = next(each.root for each in self.context.ledger.progress_documents if each.path == file)
            found = place_of(root, path, key=True)
            return file, found if found != root.at else root.key("department")
        return self.plan_file, place_of(self.plan_root, ("departments", department), key=True)

    @property
    def plan_root(self) -> Any:
        """The present plan's text."""
        return self.context.ledger.plan_document.root

    @cached_property
    def indicators(self) -> list[Pair]:
        """The indicators that both plans have, in the present one's order."""
        olds = self.old.context.responsibilities
        return [
            Pair(name, olds[name], now)
            for name, now in self.context.responsibilities.items()
            if name in olds
            and self.old.sound(olds[name].indicator.mapping)
            and self.now.sound(now.indicator.mapping)
        ]

    @property
    def headers(self) -> tuple[Header, Header] | None:
        """What both plans say of the plan itself."""
        if self.old.plan is None or self.now.plan is None:
            return None
        return self.old.plan.plan, self.now.plan.plan

    @cached_property
    def deadlines(self) -> list[tuple[Deadline, Deadline | None]]:
        """The older plan's deadlines with what has become of them; one that got another id is the same."""
        headers = self.headers
        if headers is None:
            return []
        old, now = (list(header.deadlines) for header in headers)
        ids = {each.id: each for each in reversed(now)}
        new = [each for each in now if each.id not in {known.id for known in old}]
        return [(each, ids.get(each.id) or _same(each, new)) for each in old if self.old.sound(each.mapping)]

    @property
    def earlier(self) -> Iterator[tuple[tuple[str, Month], Entry]]:
        """The older version's figures of months before the latest that is reported in either version."""
        latest = max((each for each in (self.old.latest, self.now.latest) if each is not None), default=None)
        for key, entry in self.old.entries.items():
            if latest is not None and entry.month < latest:
                yield key, entry

    @cached_property
    def removed(self) -> dict[str, list[Month]]:
        """The months of which a department's report is there no longer, by department."""
        found: defaultdict[str, list[Month]] = defaultdict(list)
        for (department, month), placed in sorted(self.old.reports.items()):
            gone = (department, month) not in self.now.reports and self.now.lacks(department)
            if gone and not self._moved(department, month, placed.report):
                found[department].append(month)
        return dict(found)

    def _moved(self, department: str, month: Month, report: Report) -> bool:
        """Whether a report's figures stand in another department's report, or went with the department's indicators."""
        there = self.now.plan is None or department in self.now.plan.departments
        left = [name for name in report.figures if there or not self.gone(name)]
        moved = all(
            month in self._months_of(name) and self.context.responsibilities[name].department != department
            for name in left
        )
        return moved and (bool(left) or not there)

    def _months_of(self, name: str) -> set[Month]:
        series = self.context.figures.series.get(name)
        return set() if series is None else {entry.month for entry in series.entries} | series.unread

    def gone(self, name: str) -> bool:
        """Whether the present plan certainly has no such indicator any more."""
        declared = self.context.declared
        readable = self.plan_file not in self.now.broken and declared.complete
        return readable and name not in declared.indicators


def _same(old: Deadline, new: list[Deadline]) -> Deadline | None:
    """The deadline that is the same but for its id."""
    alike = (each for each in new if (each.date, each.percent) == (old.date, old.percent))
    return next(alike, None)


def _broken(document: Document) -> bool:
    """Whether a file could not be read as a whole, or has an error of form."""
    if document.skipped or document.model is None:
        return True
    return any(map(is_error, document.misfits))
