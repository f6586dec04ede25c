"""README.md says what is true: its commands exist and run, its report is the program's own, its ledger is sound."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typer

from minsheng_cli.cli.app import app
from minsheng_cli.rules.catalogue import catalogue
from minsheng_cli.terms import AIM_MISSED, DEADLINE_WORDS
from tests.conftest import ROOT, Minsheng, refresher_of, spawn, write_ledger
from tests.repositories import shipped

README = (ROOT / "README.md").read_text("utf-8")
SETUP = [line for line in README.splitlines() if line.startswith("python3 -m venv ")]
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [
    line[line.index("minsheng ") :]
    for block in BLOCKS
    for line in block.splitlines()
    if re.search(r"(?:^|/)minsheng ", line)
]
INLINE = re.findall(r"`(minsheng [^`\n]+)`", README)
LEDGER = dict(re.findall(r"^```yaml\n# data/(\S+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL))


def test_setup_is_two_commands_and_ci_runs_the_second() -> None:
    first, second = SETUP
    assert first.endswith("&& .venv/bin/minsheng report --month 2023-08")
    assert second in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_excerpt_is_what_the_program_prints() -> None:
    run = spawn("report", "--month", "2023-08")
    assert (run.returncode, run.stderr) == (0, b"")
    refresher = refresher_of("readme")
    shown = refresher.MARKED.search(README)
    assert shown is not None, "README.md has lost its markers"
    assert shown[0].count("\n") < 45
    same = refresher.refreshed(README, run.stdout.decode()) == README
    assert same, "the report has changed: run python docs/refresh_readme.py"


def test_picture_is_what_the_program_draws() -> None:
    refresher = refresher_of("picture")
    run = spawn(*refresher.COMMAND, "--color", "always", env={"COLUMNS": str(refresher.CELLS)})
    assert (run.returncode, run.stderr) == (0, b"")
    drawn = refresher.picture(run.stdout.decode()).encode()
    same = drawn == refresher.PICTURE.read_bytes()
    assert same, "the report has changed: run python docs/refresh_picture.py"
    assert re.findall(r"!\[[^]]+示例数据[^]]+\]\(([^)]+)\)", README) == ["docs/report.svg"]


def test_picture_stands_alone_and_says_what_it_is() -> None:
    text = (ROOT / "docs" / "report.svg").read_text("utf-8")
    root = ElementTree.fromstring(text)
    space = {"": "http://www.w3.org/2000/svg"}
    title, told = root.findtext("title", None, space), root.findtext("desc", None, space)
    assert title is not None and "示例数据" in title
    assert told is not None and "【示例数据】" in told
    words = re.sub(r"\s", "", "".join(each.text or "" for each in root.iterfind("text", space)))
    assert words == re.sub(r"\s", "", told), "what is drawn is what is told"
    assert {each.tag.rpartition("}")[2] for each in root.iter()} == {
        *("svg", "title", "desc", "style", "rect", "text")
    }
    assert not re.search(r"https?:(?!//www\.w3\.org/2000/svg\")|url\(|@import|href|\x1b", text)
    assert len(text.encode()) < 40_000


def test_picture_fits_its_frame() -> None:
    """Every piece begins where the one before has ended, and none goes over the edge."""
    root = ElementTree.parse(ROOT / "docs" / "report.svg").getroot()
    width, ends = int(root.attrib["width"]), dict[str, int]()
    pieces = [each.attrib for each in root if each.tag.endswith("}text")]
    for piece in pieces:
        start = int(piece["x"])
        assert start >= ends.get(piece["y"], 0)
        ends[piece["y"]] = start + int(piece["textLength"])
    assert len(ends) > 20
    assert max(ends.values()) < width


@pytest.mark.parametrize("line", [*COMMANDS, *INLINE])
def test_command_and_options_exist(line: str) -> None:
    _, *words = shlex.split(line, comments=True)
    program = typer.main.get_command(app)
    known = {"--help", "-h", *_options(program)}
    if words and not words[0].startswith("-"):
        commands = program.commands  # type: ignore[attr-defined]
        assert words[0] in commands
        known = {"--help", "-h", *_options(commands[words[0]])}
    assert {word for word in words if word.startswith("-")} <= known


def _options(command: object) -> set[str]:
    params = command.params  # type: ignore[attr-defined]
    return {name for param in params for name in (*param.opts, *param.secondary_opts)}


def test_option_tables_name_options_that_exist() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    known = {"--help", "--version", "--debug"}.union(*(_options(each) for each in commands.values()))
    named = set(re.findall(r"`(--?[a-z][a-z-]*)", README))
    assert named <= known
    told = {
        name for name in _options(commands["report"]) | _options(commands["validate"]) if name[:2] == "--"
    }
    assert told - named <= {"--help"}, "an option that README.md does not tell of"


@pytest.mark.parametrize("line", dict.fromkeys(COMMANDS))
def test_command_runs(line: str, tmp_path: Path, minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped(tmp_path)
    monkeypatch.chdir(tmp_path)
    _, *words = shlex.split(line, comments=True)
    result = minsheng(*words)
    assert result.code == 0, result.err


def test_first_ledger_is_sound(tmp_path: Path, minsheng: Minsheng) -> None:
    assert set(LEDGER) == {"projects.yaml", "progress/housing.yaml"}
    root = write_ledger(tmp_path, LEDGER)
    checked = minsheng("validate", "--strict", "--ledger", root)
    assert (checked.code, checked.out) == (0, "")
    report = minsheng("report", "--ledger", root)
    assert report.code == 0
    assert "某县2024年民生实事" in report.out


def test_status_words_are_explained() -> None:
    for word in (*DEADLINE_WORDS.values(), AIM_MISSED):
        assert f"| {word} |" in README or f"“{word}”" in README


def test_codes_exist() -> None:
    known = {rule.code for rule in catalogue()}
    assert set(re.findall(r"\bM[0-9]{3}\b", README)) <= known


def test_links_lead_somewhere() -> None:
    for name in (
        "README.md",
        "CONTRIBUTING.md",
        *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")),
    ):
        file = ROOT / name
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text("utf-8")):
            assert (file.parent / target).exists(), f"{name}: {target}"
