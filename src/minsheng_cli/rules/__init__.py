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
from collections.abc import Iterable, Iterator
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
    found = _listed(_told(context.misfits), [each for each in context.misfits if each.kind == MORE])
    # What does not fit has been stood in for, so a check may stumble over the stand-in: one place, one cause.
    blamed = {(misfit.file, misfit.at) for misfit in context.misfits}
    blamed |= {(document.path, at) for document in context.ledger.documents for at in document.silenced}
    for rule in catalogue():
        if rule.sort != "checks":
            continue
        if rule.family == "completeness":
            context.broken_files = {finding.file for finding in found if finding.severity == "error"}
        made = [
            _Told(rule, said.file, said.at, said)
            for said in rule.module.check(context)
            if (said.file, said.at) not in blamed
        ]
        if made and rule.family == "plan":
            context.wrong_places |= {each.at for each in made}
        found |= _listed(made, ())
    found |= _listed(_asked(context, found), ())
    return sorted(found, key=lambda finding: finding.order)


def _asked(context: Context, found: set[Finding]) -> list[_Told]:
    """What is only unlikely; nothing where something certain has been said."""
    said = {(finding.file, finding.line, finding.column) for finding in found}
    return [
        _Told(_worders("questions")[each.family, each.kind], each.file, each.at, each)
        for each in context.questions(found)
        if (each.file, *each.at) not in said
    ]


def _told(misfits: list[Misfit]) -> list[_Told]:
    """The misfits with their rules; where the text itself is wrong, nothing is said of what was read there."""
    said = {(misfit.file, misfit.at) for misfit in misfits if misfit.family == "file" and misfit.kind != MORE}
    return [
        _Told(_worders("misfits")[misfit.family, misfit.kind], misfit.file, misfit.at, misfit)
        for misfit in misfits
        if misfit.kind != MORE and (misfit.family == "file" or (misfit.file, misfit.at) not in said)
    ]


def _listed(told: Iterable[_Told], more: Iterable[Misfit]) -> set[Finding]:
    """In words what is listed, and one finding for the rest of each rule and file; `more` was counted before."""
    grouped: defaultdict[Rule, defaultdict[str, list[_Told]]] = defaultdict(lambda: defaultdict(list))
    for each in told:
        grouped[each.rule][each.file].append(each)
    rest: Counter[tuple[str, str]] = Counter()
    at: dict[tuple[str, str], Position] = {}
    for misfit in more:
        rule = _worders("misfits").get((misfit.about["family"], misfit.about["kind"]))
        here = (misfit.file, rule.code if rule else "")
        rest[here] += int(misfit.about["count"])
        at[here] = misfit.at
    found: set[Finding] = set()
    for rule, files in grouped.items():
        most = max(1, min(MOST_SHOWN, MOST_SHOWN_IN_ALL // len(files)))
        for file, here_told in files.items():
            if len(here_told) > most:
                here_told.sort(key=lambda each: each.at)
                rest[file, rule.code] += len(here_told) - most
                at[file, rule.code] = here_told[most].at
            found |= {_worded(each) for each in here_told[:most]}
    for (file, code), count in rest.items():
        about = {"code": code, "count": str(count)}
        found.add(worded(Misfit("file", MORE, file, at[file, code], about)))
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
