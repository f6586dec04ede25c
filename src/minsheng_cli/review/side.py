"""One of the two states that are compared, with what is looked up in it all the time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from minsheng_cli.finding import Finding, Position
from minsheng_cli.model.document import Document
from minsheng_cli.model.ledger import Ledger
from minsheng_cli.model.plan import AnyIndicator, PlanFile, Project
from minsheng_cli.model.progress import ProgressFile, Remark, Report
from minsheng_cli.model.series import Entry, Figures
from minsheng_cli.month import Month
from minsheng_cli.source.folder import PROGRESS
from minsheng_cli.source.nodes import MappingNode
from minsheng_cli.status.resting import indicator_in
from minsheng_cli.status.standing import CountyStanding, IndicatorStanding

_NOWHERE = frozenset(("M322", "M328"))
"""What a department that the plan has not says, or one says of what is another's, is compared with nothing."""


class Filed(NamedTuple):
    """A report and the file that it stands in."""

    document: Document
    report: Report


class Side:
    """A ledger as it was, or as it is; files that cannot be read are missing from it, not guessed."""

    def __init__(
        self,
        ledger: Ledger,
        figures: Figures,
        county: CountyStanding | None,
        findings: Iterable[Finding] = (),
    ) -> None:
        """`county`: where everything stands; None where the plan has errors. `findings`: what validate says."""
        self.ledger = ledger
        self.figures = figures
        self.county = county
        self._findings = list(findings)

    @cached_property
    def unread(self) -> dict[str, Finding]:
        """The files that could not be read, or not all of them, or not told apart, each with the first error in it."""
        broken = {each.path for each in self.ledger.documents if each.model is None or each.misfits}
        broken |= self._doubled
        found: dict[str, Finding] = {}
        for finding in self._findings:
            here = finding.file in broken or finding.code in _NOWHERE
            if finding.severity == "error" and here:
                found.setdefault(finding.file, finding)
        return found

    @cached_property
    def findings_at(self) -> dict[tuple[str, Position], list[Finding]]:
        """What validate says of each place."""
        found: dict[tuple[str, Position], list[Finding]] = {}
        for each in self._findings:
            found.setdefault((each.file, Position(each.line, each.column)), []).append(each)
        return found

    @property
    def sample(self) -> bool:
        """Whether some department's figures are illustrative, also in a file that cannot be counted."""
        return any(file.sample for _, file in self.ledger.progress)

    @property
    def plan(self) -> PlanFile | None:
        """The plan, where it can be read."""
        return self.ledger.plan

    @cached_property
    def files(self) -> dict[str, tuple[Document, ProgressFile]]:
        """The departments' files by department, wherever they stand; of two the one of its name, else the first."""
        found: dict[str, tuple[Document, ProgressFile]] = {}
        for document, file in self.ledger.progress:
            known = found.setdefault(file.department, (document, file))
            if known[0] is not document and document.path == f"{PROGRESS}/{file.department}.yaml":
                found[file.department] = (document, file)
        return found

    @cached_property
    def _chosen(self) -> set[str]:
        """The files that are compared, one a department."""
        return {document.path for document, _ in self.files.values()}

    @cached_property
    def _doubled(self) -> set[str]:
        """The files that are a department's second one, or have a month twice: what they say more is not compared."""
        return {
            document.path
            for document, file in self.ledger.progress
            if document.path not in self._chosen
            or len({each.month for each in file.reports}) < len(file.reports)
        }

    @cached_property
    def reports(self) -> dict[tuple[str, Month], Filed]:
        """The reports by department and month; of two of one month the first."""
        found: dict[tuple[str, Month], Filed] = {}
        for department, (document, file) in self.files.items():
            for report in file.reports:
                found.setdefault((department, report.month), Filed(document, report))
        return found

    @cached_property
    def latest(self) -> Month | None:
        """The latest month of any report."""
        return max((month for _, month in self.reports), default=None)

    @cached_property
    def entries(self) -> dict[tuple[str, Month], Entry]:
        """The figures that could be read, by indicator and month."""
        found: dict[tuple[str, Month], Entry] = {}
        for name in self.figures.series:
            for entry in self._compared(name):
                found.setdefault((name, entry.month), entry)
        return found

    def before(self, indicator: str, month: Month) -> Entry | None:
        """The latest figure of an indicator before a month."""
        earlier = [entry for entry in self._compared(indicator) if entry.month < month]
        return max(earlier, key=lambda entry: entry.month, default=None)

    def _compared(self, indicator: str) -> list[Entry]:
        """An indicator's figures in the files that are compared."""
        series = self.figures.series.get(indicator)
        return [each for each in series.entries if each.file in self._chosen] if series else []

    def standing(self, indicator: str, month: Month) -> IndicatorStanding | None:
        """Where an indicator stood in a month; None where the plan has errors or does not have it."""
        if self.plan is None or self.county is None:
            return None
        return indicator_in(self.figures, self.plan.plan, indicator, month)

    @cached_property
    def indicators(self) -> dict[str, tuple[Project, AnyIndicator]]:
        """The plan's indicators with their projects, in its order."""
        responsibilities = self.plan.responsibilities if self.plan else {}
        return {name: (each.project, each.indicator) for name, each in responsibilities.items()}

    @cached_property
    def led(self) -> dict[str, Project | None]:
        """The only project that a department leads; None where it leads several."""
        found: dict[str, Project | None] = {}
        for project in self.plan.projects if self.plan else ():
            found[project.lead] = None if project.lead in found else project
        return found

    def project_of(self, remark: Remark, department: str) -> int | None:
        """The number of the project that a problem or a highlight belongs to."""
        if remark.project is None:
            only = self.led.get(department)
            return only.no if only else None
        numbers = (each.no for each in self.plan.projects if each.id == remark.project) if self.plan else ()
        return next(iter(numbers), None)

    @cached_property
    def _unbuilt(self) -> set[str]:
        """The files of which nothing could be made."""
        return {each.path for each in self.ledger.documents if each.model is None}

    def lacks(self, department: str, path: str | None) -> bool:
        """Whether something may stand in a department's file that could not be read: what is not found is not gone.

        `path`: where the file stands in the other state.
        """
        own = self.files.get(department)
        if own is not None:
            return own[0].path in self.unread
        return path in self._unbuilt or f"{PROGRESS}/{department}.yaml" in self._unbuilt


def united(old: Iterable[str], new: Iterable[str]) -> list[str]:
    """The names of both, in the newer order; those that are gone come last."""
    return list(dict.fromkeys([*new, *old]))


def reported_at(filed: Filed, name: str) -> Position:
    """Where a figure's value stands in a report."""
    figures = filed.report.mapping.values.get("figures")
    return (
        figures.value(name)
        if isinstance(figures, MappingNode) and name in figures.values
        else filed.report.mapping.at
    )


def part_at(filed: Filed, name: str, part: str) -> Position:
    """Where a part of a figure stands; the figure itself where it is in its short form."""
    figures = filed.report.mapping.values.get("figures")
    node = figures.values.get(name) if isinstance(figures, MappingNode) else None
    return (
        node.value(part)
        if isinstance(node, MappingNode) and part in node.values
        else reported_at(filed, name)
    )


def remarks_of(filed: Filed | None, kind: str) -> Iterator[tuple[Remark, Position]]:
    """A report's problems or highlights, each with its place."""
    if filed is None:
        return
    remarks: list[Remark] = getattr(filed.report, kind)
    for index, remark in enumerate(remarks):
        node = filed.report.item_node(kind, index)
        yield remark, node.at if node is not None else filed.report.mapping.at
