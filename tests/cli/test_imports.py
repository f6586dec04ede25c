"""What each command imports: nine tenths of a run are the start, and one import in the wrong place is paid by every run.

The lists stand beside this file and are rewritten by `pytest --snapshot-update`; look at each line that appears.
Rules are listed by their folder, whether one of them is loaded or several, so that adding a rule changes no list.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from bench.commits import write_repository
from bench.county import county
from bench.ledger import write_ledger

PACKAGE = "minsheng_cli"
LIBRARIES = {"typer", "yaml", "pydantic", "rich"}
"""Those that we chose; what they need in turn differs from version to version."""
NEVER = {"jsonschema", "openpyxl", "docx", "jinja2"}
ONLY_WHERE_BROKEN = {
    *("mending", "model.fitting", "model.causes", "model.in_step"),
    *("source.syntax", "source.left_out", "source.one_line", "source.flows", "source.indent", "source.scan"),
}
OF_LEDGERS = {"fields", "kinds", "model", "status", "plausibility", "editing"}
COMMANDS: dict[str, tuple[str, ...]] = {
    "version": ("--version",),
    "help": ("--help",),
    "help-report": ("report", "--help"),
    "completion": (),
    "usage": ("report", "--mnoth", "2023-08"),
    "validate": ("validate",),
    "validate-json": ("validate", "--format", "json"),
    "validate-github": ("validate", "--format", "github"),
    "validate-sarif": ("validate", "--format", "sarif"),
    "validate-broken": ("validate", "--ledger", "{broken}"),
    "validate-fix": ("validate", "--fix", "--dry-run", "--ledger", "{broken}"),
    "report": ("report",),
    "report-json": ("report", "--format", "json"),
    "report-markdown": ("report", "--format", "markdown"),
    "report-csv": ("report", "--format", "csv"),
    "report-compare": ("report", "--month", "2023-08", "--compare", "2023-07"),
    "report-as-of": ("report", "--month", "2023-08", "--as-of", "HEAD", "--ledger", "{kept}"),
    "diff": ("diff", "HEAD", "--ledger", "{kept}"),
    "diff-markdown": ("diff", "HEAD", "--format", "markdown", "--ledger", "{kept}"),
    "show": ("show", "7"),
    "show-json": ("show", "7", "--format", "json"),
    "record": ("record", "housing", "2023-12", "--set", "shantytown-units=300", "--dry-run"),
    "close": ("close", "2023-08", "--dry-run"),
    "history": ("history", "1", "--ledger", "{kept}"),
    "history-json": ("history", "1", "--format", "json", "--ledger", "{kept}"),
    "trace": ("trace", "1", "--ledger", "{kept}"),
    "trace-json": ("trace", "1", "--format", "json", "--ledger", "{kept}"),
    "explain": ("explain", "M402"),
    "rules": ("rules",),
    "schema": ("schema", "progress"),
    "git-setup": ("git-setup", "--dry-run", "--ledger", "{kept}"),
    "fmt": ("fmt",),
}
CODES = {"usage": 2, "validate-broken": 1, "validate-fix": 1}
DAMAGES = {
    "housing.yaml": ("reported_on: 2023-02-03", "reported_on：2023-02-03"),
    "health.yaml": ("month: 2023-01\n", "month: 2023-1\n"),
    "culture.yaml": ("film-shows: ", "film-show: "),
}
"""What is wrong in the broken ledger: a full-width colon, a month without its 0, a name that is not in the plan."""
WITHOUT_LEDGER = ("version", "help", "help-report", "completion", "usage", "explain", "rules")
OFF_A_TERMINAL = [
    name
    for name in COMMANDS
    if name.startswith(("validate", "report", "show", "diff", "record", "history", "trace"))
]
_PROGRAM = """
import json, os, sys
before = set(sys.modules)
def leave(code):
    with open(os.environ["LOADED"], "w") as file:
        json.dump(sorted(sys.modules.keys() - before), file)
    end(code)
end, os._exit = os._exit, leave
from minsheng_cli.__main__ import main
main()
"""
"""The program as it always starts and ends, except that it writes down what it has loaded by then."""


class ListFile(SingleFileSnapshotExtension):
    """One readable file a command."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class Loaded(NamedTuple):
    """Names of modules: others' in full, ours without the package's name."""

    others: set[str]
    ours: set[str]

    @property
    def libraries(self) -> set[str]:
        return {name.partition(".")[0] for name in self.others}

    @property
    def of_rich(self) -> set[str]:
        """The parts of rich, each of which is another matter; what it keeps to itself aside."""
        return {each for each in self.others if re.match(r"rich\.[a-z]", each)}

    def within(self, names: set[str]) -> set[str]:
        """Those of ours that are one of `names`, or in one of these folders."""
        return {each for each in self.ours for name in names if f"{each}.".startswith(f"{name}.")}


class Programs:
    """The commands, each run once, when it is first asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._sound, self._broken = (write_ledger(county(), root / name) for name in ("sound", "broken"))
        for name, (old, new) in DAMAGES.items():
            path = self._broken / "data" / "progress" / name
            text = path.read_text("utf-8")
            assert old in text
            path.write_text(text.replace(old, new, 1), "utf-8")
        self._kept = write_repository(county(), root / "kept", 3)
        self._found: dict[str, Loaded] = {}

    def __getitem__(self, name: str) -> Loaded:
        if name not in self._found:
            self._found[name] = self._run(name)
        return self._found[name]

    def _run(self, name: str) -> Loaded:
        """What the command has loaded at its end, in a process of its own, its output going to no terminal."""
        seen = self._root / "loaded"
        kept = {key: value for key, value in os.environ.items() if key != "MINSHENG_LEDGER"}
        env = {**kept, "MINSHENG_LEDGER": str(self._sound), "LOADED": str(seen)}
        if name == "completion":
            env |= {"_MINSHENG_COMPLETE": "complete_bash", "_MINSHENG_LINE": "minsheng report -d housing"}
        given = [argument.format(broken=self._broken, kept=self._kept) for argument in COMMANDS[name]]
        command = [sys.executable, "-c", _PROGRAM, *given]
        done = subprocess.run(command, cwd=self._root, env=env, capture_output=True, timeout=60, check=False)
        assert done.returncode == CODES.get(name, 0), done.stderr.decode()
        assert done.stdout or done.stderr
        return _sorted_out(json.loads(seen.read_text()))


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Programs:
    return Programs(tmp_path_factory.mktemp("imports"))


def _sorted_out(names: list[str]) -> Loaded:
    ours = {name.removeprefix(f"{PACKAGE}.") for name in names if name.startswith(f"{PACKAGE}.")}
    others = {name for name in names if name.partition(".")[0] not in {PACKAGE, *sys.stdlib_module_names}}
    return Loaded(others, ours)


def listed(loaded: Loaded) -> str:
    """What a reviewer reads: libraries by name, our modules one by one, rules by their folder."""
    rules: dict[str, list[str]] = {}
    lines = set()
    for name in loaded.ours:
        if found := re.fullmatch(r"(rules\.\w+\.\w+)\.m\d{3}_\w+", name):
            rules.setdefault(found[1], []).append(name)
        else:
            lines.add(name)
    lines |= {f"{folder}: {'one' if len(some) == 1 else 'several'}" for folder, some in rules.items()}
    libraries = sorted((loaded.libraries & (LIBRARIES | NEVER) - {"rich"}) | loaded.of_rich)
    return "\n".join(["libraries: " + ", ".join(libraries), "", *sorted(lines), ""])


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list(name: str, loaded: Programs, snapshot: SnapshotAssertion) -> None:
    assert listed(loaded[name]) == snapshot(extension_class=ListFile)


@pytest.mark.parametrize("name", COMMANDS)
def test_never_these(name: str, loaded: Programs) -> None:
    assert not loaded[name].libraries & NEVER


@pytest.mark.parametrize("name", ["version", "completion"])
def test_neither_models_nor_rich(name: str, loaded: Programs) -> None:
    """What a shell waits for at each Tab."""
    assert not loaded[name].libraries & {"pydantic", "rich"}
    assert not loaded[name].within(OF_LEDGERS)


@pytest.mark.parametrize("name", WITHOUT_LEDGER)
def test_what_needs_no_ledger_loads_nothing_to_read_one(name: str, loaded: Programs) -> None:
    assert not loaded[name].within(OF_LEDGERS)


def test_a_sound_ledger_pays_for_no_broken_one(loaded: Programs) -> None:
    ours = loaded["validate"]
    assert not ours.within({*ONLY_WHERE_BROKEN, "views.schema"})
    assert not [each for each in ours.ours if re.match(r"rules\.(misfits|questions)\.\w+\.m\d", each)]
    assert not ours.of_rich  # nothing to lay out either


def test_nothing_is_compared_unless_it_is_asked(loaded: Programs) -> None:
    comparing = {"git", "review", "rules.since", "rules.changes", "cli.tasks.older", "cli.revisions"}
    assert not loaded["validate"].within(comparing)
    assert loaded["validate"].within({"rules.checks"})


@pytest.mark.parametrize("name", OFF_A_TERMINAL)
def test_rich_draws_nothing_off_a_terminal(name: str, loaded: Programs) -> None:
    """How wide a character is may be asked of it; nothing else."""
    assert loaded[name].of_rich <= {"rich.cells"}


@pytest.mark.parametrize("name", ["report", "report-json", "report-markdown", "report-csv"])
def test_a_format_loads_no_other(name: str, loaded: Programs) -> None:
    formats = {"table", "json", "markdown", "csv"}
    mine = {name.removeprefix("report-") if "-" in name else "table"}
    others = {f"views.report.{each}" for each in formats - mine}
    assert not loaded[name].within(others)
    assert loaded[name].within({f"views.report.{each}" for each in mine})


@pytest.mark.parametrize("name", ["history", "history-json"])
def test_a_history_builds_no_models(name: str, loaded: Programs) -> None:
    """There may be a thousand versions of a file."""
    assert "pydantic" not in loaded[name].libraries
    assert not loaded[name].within(OF_LEDGERS)


@pytest.mark.parametrize("name", ["explain", "rules"])
def test_rules_are_told_of_without_loading_one(name: str, loaded: Programs) -> None:
    assert not [each for each in loaded[name].ours if re.search(r"\.m\d{3}_", each)]


@pytest.mark.parametrize("name", ["version", "help-report", "validate", "show", "record", "explain"])
def test_a_command_loads_no_other(name: str, loaded: Programs) -> None:
    commands = {"validate", "report", "show", "record", "close", "explain", "rules", "schema"}
    (mine,) = {each for each in COMMANDS[name] if each in commands} or {""}
    there = loaded[name].within({f"cli.commands.{each}" for each in commands})
    assert there == ({f"cli.commands.{mine}"} if mine else set())


@pytest.mark.parametrize(
    "name", ["validate", "report", "report-json", "report-csv", "report-compare", "show"]
)
def test_git_is_for_what_asks_for_history(name: str, loaded: Programs) -> None:
    assert not loaded[name].within({"git"})


def test_each_name_that_is_looked_for_exists(loaded: Programs) -> None:
    """A module that was renamed would never be found again."""
    root = Path(__file__).parents[2] / "src" / PACKAGE
    for name in {*ONLY_WHERE_BROKEN, *OF_LEDGERS, "views.schema", "git", "cli.commands", "cli.tasks.older"}:
        path = root.joinpath(*name.split("."))
        assert path.is_dir() or path.with_suffix(".py").is_file(), name
    assert loaded["validate-fix"].within(ONLY_WHERE_BROKEN), "what is for broken ledgers is used on one"
