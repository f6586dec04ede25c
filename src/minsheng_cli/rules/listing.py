"""Findings put into words: of each rule and file the first ones, the rest counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from minsheng_cli.finding import MORE, Finding, Misfit, Position
from minsheng_cli.rules.catalogue import Rule, worders
from minsheng_cli.terms import bounded

if TYPE_CHECKING:
    from minsheng_cli.rules.context import Said

MOST_SHOWN, MOST_SHOWN_IN_ALL = 100, 2_000
"""Findings of one rule in one file, and in all files together, that are listed; the rest is counted."""


class Told(NamedTuple):
    """A finding before it is put into words."""

    rule: Rule
    file: str
    at: Position
    words: Misfit | Said


class Listing:
    """Findings before they are put into words: of each rule and file the first ones, and how many there are."""

    def __init__(self) -> None:
        self._kept: defaultdict[Rule, defaultdict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
        self._rest: Counter[tuple[str, str]] = Counter()
        self._at: dict[tuple[str, str], Position] = {}

    def add(self, told: Told) -> None:
        """One more; in a file that has many, those that stand further down are only counted."""
        kept = self._kept[told.rule][told.file]
        kept.append(told)
        if len(kept) > 10 * MOST_SHOWN:
            self._cut(told.rule, told.file, MOST_SHOWN)

    def _cut(self, rule: Rule, file: str, most: int) -> None:
        kept = self._kept[rule][file]
        if len(kept) > most:
            kept.sort(key=lambda each: each.at)
            self.count(rule.code, file, len(kept) - most, kept[most].at)
            del kept[most:]

    def count(self, code: str, file: str, number: int, at: Position) -> None:
        """So many more of a rule (any rule, where its code is empty), the first of them at a place."""
        self._rest[file, code] += number
        self._at[file, code] = min(at, self._at.get((file, code), at))

    def listed(self) -> set[Finding]:
        """In words what is listed, and one finding for the rest of each rule and file."""
        found: set[Finding] = set()
        for rule, files in self._kept.items():
            most = max(1, min(MOST_SHOWN, MOST_SHOWN_IN_ALL // len(files)))
            for file, kept in files.items():
                self._cut(rule, file, most)
                found |= {_worded(each) for each in kept}
        for (file, code), count in self._rest.items():
            about = {"code": code, "count": str(count)}
            found.add(worded(Misfit("file", MORE, file, self._at[file, code], about)))
        return found


def worded(misfit: Misfit) -> Finding:
    """A misfit in the words of its rule."""
    rule = worders("misfits")[misfit.family, misfit.kind]
    return _worded(Told(rule, misfit.file, misfit.at, misfit))


def _worded(told: Told) -> Finding:
    """A finding in words that have a length for reading, whatever was typed."""
    module, (line, column) = told.rule.module, told.at
    if isinstance(told.words, Misfit):
        message, hint = module.word(told.words.about)
    else:
        message, made = told.words.message, told.words.hint
        hint = made if isinstance(made, str) else made()
    return Finding(told.rule.code, module.SEVERITY, told.file, line, column, bounded(message), bounded(hint))
