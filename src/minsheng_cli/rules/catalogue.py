"""All rules, from the names of their files; their modules are imported when they are needed."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from minsheng_cli.finding import Explained, Misfit
from minsheng_cli.patterns import pattern

_NAME = pattern(r"(m[0-9]{3})_([a-z0-9_]+)\.py")


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
        return importlib.import_module(f"{__package__}.{self.sort}.{self.family}.{self._stem}")

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
    import ast  # only words are read so, and a check needs none

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
def worders(sort: str) -> dict[tuple[str, str], Rule]:
    """The rules that word misfits or questions, by family and kind."""
    return {(rule.family, rule.name): rule for rule in catalogue() if rule.sort == sort}


def is_error(misfit: Misfit) -> bool:
    """Whether what does not fit keeps something from being read; of a warning everything was."""
    rule = worders("misfits").get((misfit.family, misfit.kind))
    return rule is None or rule.module.SEVERITY == "error"
