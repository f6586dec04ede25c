"""What is to be recorded: one month's report of one department, or what is to be different in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

Amount = str | tuple[str, ...]
"""A number or a stage as typed, or the items that are done."""


class FigureChange(NamedTuple):
    """What is new about one figure; what is None, or not among `parts`, stays as it is."""

    indicator: str
    parts: Mapping[str, Amount] = {}
    """The value under the names that its kind has for it: `done`, `eligible`, `stage`; empty where it stays."""
    note: str | None = None
    """An empty text takes the note away."""
    revision: str | None = None
    name: str = "done"
    """What its value is called where the form is long and there is but one."""

    @property
    def texts(self) -> dict[str, str]:
        """The sentences to be put beside the value, or with an empty text, to be taken away."""
        found = {"note": self.note, "revision": self.revision}
        return {name: text for name, text in found.items() if text is not None}


class NewRemark(NamedTuple):
    """A problem or a highlight to be added."""

    text: str
    project: str | None = None


class ReportChange(NamedTuple):
    """One month's report, added or changed."""

    month: str
    figures: tuple[FigureChange, ...] = ()
    reported_on: str | None = None
    """None where the day stands there already."""
    problems: tuple[NewRemark, ...] = ()
    highlights: tuple[NewRemark, ...] = ()

    @property
    def remarks(self) -> dict[str, tuple[NewRemark, ...]]:
        """What is to be added to which list."""
        return {name: added for name, added in self._asdict().items() if name in REMARK_LISTS and added}

    def fresh(self, problems: Collection[NewRemark], highlights: Collection[NewRemark]) -> ReportChange:
        """The same without the remarks that are there already."""
        new = (each for each in self.problems if each not in problems)
        better = (each for each in self.highlights if each not in highlights)
        return self._replace(problems=tuple(dict.fromkeys(new)), highlights=tuple(dict.fromkeys(better)))


REMARK_LISTS = ("problems", "highlights")


class CannotEdit(Exception):
    """The text is written in a way that is left to a person; `line` is where."""

    def __init__(self, line: int = 1) -> None:
        super().__init__(line)
        self.line = line
