"""What can be wrong: one file a code, whose name carries code and name.

- `misfits/<family>/m???_<name>.py` words what was met while reading: `word(about)` gives the sentence and
  the mend. Imported only when there is such a misfit, so a sound ledger does not pay for it.
- `checks/<family>/m???_<name>.py` looks at the whole ledger: `check(context)` yields what it has to say.
- `questions/<family>/m???_<name>.py` words what is well-formed and yet unlikely (plausibility/), like a misfit:
  a warning that asks, where nothing certain has been said already.

Each also has SEVERITY and TITLE, and what `explain` and docs/findings.md say of it: WHY the rule is there,
how to MEND it, an example that is BAD and the same one that is GOOD (tests/test_explanations.py finds both
in the folder of broken ledgers, so they are what the program really refuses and takes).
"""

from __future__ import annotations

import ast
import importlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from minsheng_cli.finding import MORE, Explained, Finding, Misfit, Position
from minsheng_cli.terms import bounded

if TYPE_CHECKING:
    from minsheng_cli.rules.context import Context, Said

_NAME = re.compile(r"(m[0-9]{3})_([a-z0-9_]+)\.py")


class Rule(NamedTuple):
    """Where a rule lives; its module is imported when it is needed."""

    code: str
    sort: str
    """`misfits`, `checks` or `questions`."""
    family: str
    name: str

    @property
    def _stem(self) -> str:
        return f"{self.code.lower()}_{self.name.replace('-', '_')}"

    @property
    def module(self) -> Any:
        """The rule's module."""
        return importlib.import_module(f"{__name__}.{self.sort}.{self.family}.{self._stem}")

    @property
    def explained(self) -> Explained:
        """The rule in the reader's words, read off its file: a check imports the models, and words need none."""
        path = Path(__file__).parent / self.sort / self.family / f"{self._stem}.py"
        said = dict(_constants(path.read_text("utf-8")))
        return Explained(
            self.code,
            self.name,
            said["SEVERITY"],
            said["TITLE"],
            said["WHY"],
            said["MEND"],
            said["BAD"],
            said["GOOD"],
        )


def _constants(source: str) -> Iterator[tuple[str, Any]]:
    """The texts that a file gives names to."""
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
            yield from (
                (name.id, statement.value.value) for name in statement.targets if isinstance(name, ast.Name)
            )


@cache
def catalogue() -> tuple[Rule, ...]:
    """All rules in order of their code, from the files' names."""
    here = Path(__file__).parent
    found = [
        Rule(match[1].upper(), path.parts[-3], path.parts[-2], match[2].replace("_", "-"))
        for path in here.glob("*/*/m*.py")
        if (match := _NAME.fullmatch(path.name))
    ]
    return tuple(sorted(found))


@cache
def _worders(sort: str) -> dict[tuple[str, str], Rule]:
    """The rules that word misfits or questions, by family and kind."""
    return {(rule.family, rule.name): rule for rule in catalogue() if rule.sort == sort}


MOST_SHOWN, MOST_SHOWN_IN_ALL = 100, 2_000
"""Findings of one rule in one file, and in all files together, that are listed; the rest is counted."""


class _Told(NamedTuple):
    """A finding before it is put into words."""

    rule: Rule
    file: str
    at: Position
    words: Misfit | Said


def findings(context: Context) -> list[Finding]:
    """Every finding of a ledger, in the stable order of file, place and code; of one rule so many, the rest counted."""
    found = _of_misfits(context.misfits).listed()
    # What does not fit has been stood in for, so a check may stumble over the stand-in: one place, one cause.
    blamed = {(misfit.file, misfit.at) for misfit in context.misfits}
    blamed |= {(document.path, at) for document in context.ledger.documents for at in document.silenced}
    for rule in catalogue():
        if rule.sort != "checks":
            continue
        wrong: set[Position] = set()
        if rule.family == "completeness":
            context.broken_files = {finding.file for finding in found if finding.severity == "error"}
        said = (each for each in rule.module.check(context) if (each.file, each.at) not in blamed)
        made = _Gathered()
        for each in said:
            made.add(_Told(rule, each.file, each.at, each))
            if rule.family == "plan":
                wrong.add(each.at)
        context.wrong_places |= wrong
        found |= made.listed()
    found |= _asked(context, found)
    return sorted(found, key=lambda finding: finding.order)


def _asked(context: Context, found: set[Finding]) -> set[Finding]:
    """What is only unlikely; nothing where something certain has been said."""
    said = {(finding.file, finding.line, finding.column) for finding in found}
    asked = _Gathered()
    for each in context.questions(found):
        if (each.file, *each.at) not in said:
            asked.add(_Told(_worders("questions")[each.family, each.kind], each.file, each.at, each))
    return asked.listed()


def _of_misfits(misfits: list[Misfit]) -> _Gathered:
    """The misfits with their rules; where the text itself is wrong, nothing is said of what was read there."""
    said = {(misfit.file, misfit.at) for misfit in misfits if misfit.family == "file" and misfit.kind != MORE}
    found = _Gathered()
    for misfit in misfits:
        if misfit.kind == MORE:
            rule = _worders("misfits").get((misfit.about["family"], misfit.about["kind"]))
            found.count(rule.code if rule else "", misfit.file, int(misfit.about["count"]), misfit.at)
        elif misfit.family == "file" or (misfit.file, misfit.at) not in said:
            rule = _worders("misfits")[misfit.family, misfit.kind]
            found.add(_Told(rule, misfit.file, misfit.at, misfit))
    return found


class _Gathered:
    """Findings before they are put into words: of each rule and file the first ones, and how many there are."""

    def __init__(self) -> None:
        self._kept: defaultdict[Rule, defaultdict[str, list[_Told]]] = defaultdict(lambda: defaultdict(list))
        self._rest: Counter[tuple[str, str]] = Counter()
        self._at: dict[tuple[str, str], Position] = {}

    def add(self, told: _Told) -> None:
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
    rule = _worders("misfits")[misfit.family, misfit.kind]
    return _worded(_Told(rule, misfit.file, misfit.at, misfit))


def _worded(told: _Told) -> Finding:
    """A finding in words that have a length for reading, whatever was typed."""
    module, (line, column) = told.rule.module, told.at
    if isinstance(told.words, Misfit):
        message, hint = module.word(told.words.about)
    else:
        message, made = told.words.message, told.words.hint
        hint = made if isinstance(made, str) else made()
    return Finding(told.rule.code, module.SEVERITY, told.file, line, column, bounded(message), bounded(hint))
