"""What a check has to say: where, what is wrong, what to do; and what a rule says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from minsheng_cli.patterns import pattern

LINE_END = pattern(r"\r\n|\n|\r")
"""What ends a line, as places count them and editors show them."""
Severity = Literal["error", "warning"]


class Position(NamedTuple):
    """A place in a file: line and column count from 1, columns in characters."""

    line: int
    column: int


class Misfit(NamedTuple):
    """Something met while reading that does not fit, as data; a rule of the same name words it.

    `family` and `kind` name the rule file (`rules/<family>/m???_<kind>.py`), `about` holds what its
    sentence needs. Reading never raises and never writes a sentence.
    """

    family: str
    kind: str
    file: str
    at: Position
    about: dict[str, str]


MORE = "more-of-the-same"
"""The kind of a misfit that stands for others: how many of which family and kind were met and not kept."""
_MOST_IN_FILE, _MOST_IN_LEDGER = 1_000, 10_000


class Gathering:
    """Keeps a ledger's misfits within bounds: so many of a kind, then one of a file, the rest counted."""

    def __init__(self) -> None:
        self._met: Counter[tuple[str, str]] = Counter()

    def of_file(self, misfits: Iterable[Misfit]) -> list[Misfit]:
        """The misfits of one file that are kept, and for each kind one misfit that counts what is not."""
        kept: list[Misfit] = []
        here: Counter[tuple[str, str]] = Counter()
        first_left_out: dict[tuple[str, str], Misfit] = {}
        for misfit in misfits:
            kind = (misfit.family, misfit.kind)
            most = _MOST_IN_FILE if self._met[kind] < _MOST_IN_LEDGER else 1
            here[kind] += 1
            if here[kind] <= most:
                kept.append(misfit)
            else:
                first_left_out.setdefault(kind, misfit)
        for kind, misfit in first_left_out.items():
            about = {"family": kind[0], "kind": kind[1]}
            left_out = here[kind] - sum((each.family, each.kind) == kind for each in kept)
            kept.append(Misfit("file", MORE, misfit.file, misfit.at, {**about, "count": str(left_out)}))
        self._met += here
        return kept


class Finding(NamedTuple):
    """One finding; `file` is relative to the ledger and written with `/`."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    hint: str

    @property
    def order(self) -> tuple[str, int, int, str, str, str]:
        """Sort key: the stable order in which findings are shown."""
        return (self.file, self.line, self.column, self.code, self.message, self.hint)


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
