"""Imports point one way: text, nodes, fields, kinds, models, status, rules, views, commands."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import minsheng_cli

PACKAGE = Path(minsheng_cli.__file__).parent
LAYERS = (
    ("patterns",),
    ("month", "circles", "ends", "finding", "numbers", "similar", "terms"),
    ("source",),
    ("fields", "git"),
    ("kinds",),
    ("model",),
    ("plausibility", "status"),
    ("review",),
    ("rules", "mending", "editing", "formatting"),
    ("views",),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
FILES = sorted(
    path.relative_to(PACKAGE)
    for path in PACKAGE.rglob("*.py")
    if path.name != "__init__.py" or path.parent != PACKAGE
)


def imported(path: Path) -> Iterator[str]:
    """Names of our own modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse((PACKAGE / path).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("minsheng_cli."):
            yield node.module.removeprefix("minsheng_cli.")
        elif isinstance(node, ast.Import):
            for name in node.names:
                if name.name.startswith("minsheng_cli."):
                    yield name.name.removeprefix("minsheng_cli.")


@pytest.mark.parametrize("path", FILES, ids=str)
def test_imports_point_downwards(path: Path) -> None:
    own = path.parts[0].removesuffix(".py")
    for module in imported(path):
        other = module.split(".")[0]
        assert other == own or RANK[other] < RANK[own], f"{path} imports {module}"


@pytest.mark.parametrize(
    "shelf",
    [
        "cli/commands",
        "rules/checks",
        "rules/changes",
        "rules/misfits",
        "rules/questions",
        "views/report",
        "views/show",
        "views/history",
        "views/trace",
        "views/findings",
        "views/rules",
    ],
)
def test_shelf_mates_do_not_know_each_other(shelf: str) -> None:
    """Rules never import rules, formats never import formats; what they share has a name of its own."""
    shared = {"schedules", "shape", "excerpt", "asking"}
    shared |= {"rows", "words", "facts", "notes", "changed", "sheets", "changed_sheets", "laid_out"}
    shared |= {
        "csv_columns",
        "csv_changes",
        "csv_as_of",
        "json_changes",
        "json_as_of",
        "known_then",
        "chart",
        "deadlines",
    }
    for path in FILES:
        if path.as_posix().startswith(shelf):
            prefix = shelf.replace("/", ".") + "."
            mates = {module.rsplit(".", 1)[1] for module in imported(path) if module.startswith(prefix)}
            assert mates <= shared, f"{path} imports {mates - shared}"


def test_only_commands_begin_a_task_and_nothing_begins_a_command() -> None:
    """The registry finds commands by their names; what all of them share knows neither them nor their tasks."""
    for path in FILES:
        if path.parts[0] == "cli":
            rooms = {".".join(module.split(".")[:2]) for module in imported(path)}
            assert "cli.commands" not in rooms, path
            assert "cli.tasks" not in rooms or path.parts[1] in ("commands", "tasks"), path


def test_nothing_of_one_county_is_in_the_code() -> None:
    for path in FILES:
        text = (PACKAGE / path).read_text("utf-8")
        assert "献县" not in text, path
        assert "2023" not in text, path
