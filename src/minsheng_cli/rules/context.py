"""What every check is given, worked out once: the ledger, its plan, the figures read."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.model.ledger import Ledger
from minsheng_cli.model.plan import PlanFile, Responsibility
from minsheng_cli.model.progress import ProgressFile
from minsheng_cli.model.series import Figures
from minsheng_cli.source.nodes import MappingNode


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
        self.misfits: list[Misfit] = [
            misfit for document in ledger.documents for misfit in document.misfits
        ] + figures.misfits
        self.broken_files = {misfit.file for misfit in self.misfits}

    @property
    def plan_file(self) -> str:
        """The plan's path."""
        return self.ledger.plan_document.path

    def department(self, name: str) -> str:
        """A department's short name for a sentence."""
        return self.plan.department_name(name) if self.plan else name

    def indicator(self, name: str) -> str:
        """An indicator for a sentence: its name, and its id as the files have it."""
        found = self.responsibilities.get(name)
        return f"“{found.indicator.name}”（{name}）" if found else f"“{name}”"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant."""
    found = difflib.get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A mend that names the nearest known word, or what to do where none is near."""
    found = nearest(word, known)
    return f"是不是“{found}”？如是，请改成：{found}" if found else otherwise


def named_indicators(file: ProgressFile) -> Iterator[tuple[str, Position]]:
    """Every indicator id that a department's file names, in figures and in its schedule, with its place."""
    schedule = file.mapping.values.get("schedule")
    if isinstance(schedule, MappingNode):
        for name in file.schedule:
            yield name, schedule.key(name)
    for report in file.reports:
        figures = report.mapping.values.get("figures")
        if isinstance(figures, MappingNode):
            for name in report.figures:
                yield name, figures.key(name)


def reporting_departments(context: Context) -> list[str]:
    """Departments that answer for an indicator which needs a report, in the plan's order of indicators."""
    found = (each.department for each in context.responsibilities.values() if not each.indicator.derived)
    return list(dict.fromkeys(found))


def file_stem(path: str) -> str:
    """A file's name without its folder and `.yaml`."""
    return path.rsplit("/", 1)[-1].removesuffix(".yaml")
