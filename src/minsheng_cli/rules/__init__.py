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
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from minsheng_cli.finding import Explained, Finding, Misfit, Position

if TYPE_CHECKING:
    from minsheng_cli.rules.context import Context

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


def findings(context: Context) -> list[Finding]:
    """Every finding of a ledger, in the stable order of file, place and code."""
    found = _worded_once(context.misfits)
    # What does not fit has been stood in for, so a check may stumble over the stand-in: one place, one cause.
    blamed = {(finding.file, finding.line, finding.column) for finding in found}
    blamed |= {(document.path, *at) for document in context.ledger.documents for at in document.silenced}
    for rule in catalogue():
        if rule.sort != "checks":
            continue
        if rule.family == "completeness":
            context.broken_files = {finding.file for finding in found if finding.severity == "error"}
        made = {
            _finding(rule, *said)
            for said in rule.module.check(context)
            if (said.file, *said.at) not in blamed
        }
        if made and rule.family == "plan":
            context.wrong_places |= {Position(finding.line, finding.column) for finding in made}
        found |= made
    return sorted(found | _asked(context, found), key=lambda finding: finding.order)


def _asked(context: Context, found: set[Finding]) -> set[Finding]:
    """What is only unlikely, in words; nothing where something certain has been said."""
    said = {(finding.file, finding.line, finding.column) for finding in found}
    return {
        worded(each, "questions") for each in context.questions(found) if (each.file, *each.at) not in said
    }


def _worded_once(misfits: list[Misfit]) -> set[Finding]:
    """The misfits in words; where the text itself is wrong, nothing is said of what was read there."""
    said = {(misfit.file, misfit.at) for misfit in misfits if misfit.family == "file"}
    return {
        worded(misfit)
        for misfit in misfits
        if misfit.family == "file" or (misfit.file, misfit.at) not in said
    }


def worded(misfit: Misfit, sort: str = "misfits") -> Finding:
    """A misfit or a question in the words of its rule."""
    wanted = (sort, misfit.family, misfit.kind)
    rule = next(rule for rule in catalogue() if rule[1:] == wanted)
    message, hint = rule.module.word(misfit.about)
    return _finding(rule, misfit.file, misfit.at, message, hint)


def _finding(rule: Rule, file: str, at: Position, message: str, hint: str) -> Finding:
    return Finding(rule.code, rule.module.SEVERITY, file, at.line, at.column, message, hint)
