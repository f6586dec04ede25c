"""docs/cli.md is what the commands say of themselves, and what they say is Chinese, with examples, on any screen."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer.main

from minsheng_cli.cli.app import app
from minsheng_cli.views.cells import width
from tests.conftest import ROOT, Minsheng, refresher_of
from tests.repositories import shipped

GROUP = typer.main.get_command(app)
CONTEXT = typer.Context(GROUP, info_name="minsheng")
COMMANDS = {name: GROUP.get_command(CONTEXT, name) for name in GROUP.list_commands(CONTEXT)}  # type: ignore[attr-defined]
HELPS = [(), *((name,) for name in COMMANDS)]
PROPER = {
    *(
        "minsheng",
        "git",
        "Excel",
        "JSON",
        "UTF",
        "BOM",
        "GBK",
        "Tab",
        "Ctrl",
        "SVG",
        "CSV",
        "Markdown",
        "YAML",
        "Schema",
        "git",
    ),
    *("auto", "always", "never", "unit-in-number"),
    *("text", "json", "table", "markdown", "csv", "svg", "html", "github", "gitlab", "sarif"),
    *("project", "department", "area", "indicator", "plan", "progress", "status", "percent"),
    *("HEAD", "main", "origin"),
}
"""What may stand in a help in Latin letters: names of programs and formats, and words that options take."""


def test_the_document_is_what_the_commands_say() -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert text == refresher_of("cli").document(), "run docs/refresh_cli.py"
    for name in COMMANDS:
        assert f"## minsheng {name}\n" in text


@pytest.mark.parametrize("arguments", HELPS, ids=" ".join)
def test_help_is_chinese_and_has_examples(arguments: tuple[str, ...], minsheng: Minsheng) -> None:
    result = minsheng(*arguments, "--help")
    assert (result.code, result.err) == (0, "")
    assert minsheng(*arguments, "-h").out == result.out
    assert result.out.startswith(f"用法：{' '.join(('minsheng', *arguments))}")
    prose = re.sub(r"(?<![\w-])--?[\w-]+|[A-Z]+_\w+|\b[\w./-]*\.[a-z]+\b", "", result.out)
    words = set(re.findall(r"[A-Za-z][A-Za-z-]{2,}", prose))
    assert words <= PROPER | set(COMMANDS)
    examples = re.findall(r"^  minsheng .*$", result.out.partition("例：\n")[2], re.MULTILINE)
    assert bool(examples) == bool(arguments)
    for example in examples:
        assert example.split()[1] == arguments[0]


@pytest.mark.parametrize("arguments", HELPS, ids=" ".join)
@pytest.mark.parametrize("columns", [24, 40, 80, 120])
def test_help_fits_the_screen(
    arguments: tuple[str, ...], columns: int, minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = minsheng(*arguments, "--help").out
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = minsheng(*arguments, "--help").out
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", whole), "nothing is cut"
    for line in shown.splitlines():
        assert width(line) <= columns or line.startswith(("用法", "  minsheng ")), line


@pytest.mark.parametrize("name", COMMANDS)
def test_options_shared_by_commands_are_the_same(name: str) -> None:
    """Whatever several commands have means the same: names, value and words."""
    shared = {"ledger", "output", "color", "quiet", "debug"}
    by_name = {each.name: each for each in COMMANDS[name].params}
    other = {each.name: each for each in COMMANDS["report"].params}
    for option in shared & set(by_name) & set(other):
        ours, theirs = by_name[option], other[option]
        assert (ours.opts, ours.metavar) == (theirs.opts, theirs.metavar)
        assert ours.help.startswith(theirs.help.split("；")[0])
    assert {"output", "color", "quiet"} <= set(by_name) or name not in (
        "validate",
        "report",
        "explain",
        "rules",
    )


EXAMPLES = re.findall(r"^  minsheng (.*)$", (ROOT / "docs" / "cli.md").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_work_in_the_ledger_that_comes_along(
    example: str, minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The year aside: the program knows of no plan's year."""
    made = shipped(tmp_path)
    made.git("update-ref", "refs/remotes/origin/main", "HEAD~1")
    monkeypatch.chdir(tmp_path)
    example = example.replace("2025-", "2023-")
    if " --reopen" in example:
        minsheng(*shlex.split(example.partition(" --reopen")[0]))
    result = minsheng(*shlex.split(example))
    assert result.code == 0, result.err
