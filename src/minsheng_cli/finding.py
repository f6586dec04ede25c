"""What a check has to say: where, what is wrong, what to do; and what a rule says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Position(NamedTuple):
    """A place in a file: line and column count from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Misfit:
    """Something met while reading that does not fit, as data; a rule of the same name words it.

    `family` and `kind` name the rule file (`rules/<family>/m???_<kind>.py`), `about` holds what its
    sentence needs. Reading never raises and never writes a sentence.
    """

    family: str
    kind: str
    file: str
    at: Position
    about: dict[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `file` is relative to the ledger and written with `/`."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    hint: str

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: the stable order in which findings are shown."""
        return (self.file, self.line, self.column, self.code, self.message)


class Explained(NamedTuple):
    """What a reader may ask of a rule; `bad` and `good` are lines of a file, or in （） words for what no line shows."""

    code: str
    name: str
    severity: Severity
    title: str
    why: str
    mend: str
    bad: str
    good: str
