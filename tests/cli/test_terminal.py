"""What validate shows in a real terminal: the line as typed, and the place marked under it."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from minsheng_cli.views.cells import width
from minsheng_cli.views.findings.excerpt import excerpt
from tests.conftest import ROOT, spawn
from tests.terminal import home, output, terminal
from tests.test_cases import CASES, overlay


def in_terminal(root: Path, columns: int = 80) -> str:
    """What `validate` writes to a terminal of so many columns, without colours."""
    main, other = pty.openpty()
    surroundings = {**os.environ, "COLUMNS": str(columns), "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "minsheng_cli", "validate", "--ledger", str(root), "--quiet"]
    run = subprocess.Popen(command, stdout=other, stderr=subprocess.DEVNULL, env=surroundings)
    os.close(other)
    data = b""
    try:
        while piece := os.read(main, 65536):
            data += piece
    except OSError:  # the other end has been closed
        pass
    run.wait(60)
    os.close(main)
    return data.decode().replace("\r\n", "\n")


def test_the_line_and_the_place_stand_between_sentence_and_mend(tmp_path: Path) -> None:
    root = overlay(tmp_path / "ledger", CASES / "M402-unit" / "broken")
    place, line, marks, mend = in_terminal(root).splitlines()
    assert place.startswith("data/progress/transport.yaml:14:21: M402 错误 ")
    assert line == "   14 |       street-lamps: 912盏"
    assert marks == "      |                     ^^^^^"
    assert mend.startswith("    只写数字")


def test_nothing_of_it_in_a_pipe(tmp_path: Path) -> None:
    root = overlay(tmp_path / "ledger", CASES / "M402-unit" / "broken")
    command = [sys.executable, "-m", "minsheng_cli", "validate", "--ledger", str(root)]
    run = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert len(run.stdout.decode().splitlines()) == 2


@pytest.mark.parametrize(
    ("line", "column", "marked"),
    [
        ("      new-homes: 230套", 18, "230套"),
        ("      pocket-parks: {done: 4个, note: 移交中}", 28, "4个"),
        ("problems: [沥青供应不足, 路基：沉降]", 20, "路基：沉降"),
        ("reports：", 8, "："),
        ("      new-homes: '２３０'  # 累计", 18, "'２３０'"),
        ("\tmonth: 2024-04", 1, "<Tab>"),
        ("备注\x1b[31m红: 3", 1, "备注<001B>[31m红"),
        ("      - 复兴小区：管网", 7, "-"),
        ("      estates: {done: [fuxing, guangming]}", 23, "[fuxing, guangming]"),
        ("      estates: {done: [fuxing, guangming}", 23, "["),
        ("      estates: {done: [fuxing, guangming]", 16, "{"),
        ("", 1, ""),
    ],
)
def test_what_is_marked(line: str, column: int, marked: str) -> None:
    shown, marks = ("".join(text for text, _ in each) for each in excerpt(line, 7, column, 80))
    assert len(marks) - len(marks.rstrip("^")) == max(1, width(marked))
    if marked:
        before = shown[: shown.index(marked)]
        assert width(before) == marks.index("^")
    assert marks.strip(" |^") == ""


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("    problems: [**沥青**供应不足]", 16, "“**沥青**供应不足”以 * 开头"),
        ("      - 复兴小区: 管网图纸: 待补", 9, "“复兴小区: 管网图纸: 待补”里用了半角冒号"),
        ("      street-lamps: {{912}}", 21, "“{{912}}”多了括号"),
        ("      street-lamps 912", 7, "“street-lamps 912”中间缺冒号"),
    ],
)
def test_what_the_sentence_quotes_is_marked_whole(line: str, column: int, said: str) -> None:
    quoted = said[1 : said.index("”")]
    _, marks = ("".join(text for text, _ in each) for each in excerpt(line, 7, column, 80, said))
    assert marks.count("^") == width(quoted)


@pytest.mark.parametrize("cells", [28, 40, 80])
@pytest.mark.parametrize("column", [1, 400, 100_000])
def test_a_long_line_is_shown_around_the_place(cells: int, column: int) -> None:
    for line in ("新开工安置房" * 20_000, "x" * 120_000, "a: 1, " * 20_000):
        shown, marks = ("".join(text for text, _ in each) for each in excerpt(line, 7, column, cells))
        assert width(shown) <= cells
        assert width(marks) <= cells
        assert "^" in marks


# ---- the whole command in a terminal of its own

in_any_python = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


@pytest.fixture
def at(tmp_path: Path) -> Path:
    return home(tmp_path / "home")


@in_any_python
@pytest.mark.parametrize(
    ("env", "arguments", "coloured"),
    [
        ({}, (), True),
        ({"NO_COLOR": "1"}, (), False),
        ({"NO_COLOR": ""}, (), True),
        ({"TERM": "dumb"}, (), False),
        ({"FORCE_COLOR": "0"}, (), False),
        ({}, ("--color", "never"), False),
        ({"NO_COLOR": "1", "TERM": "dumb"}, ("--color", "always"), True),
    ],
)
def test_colour_on_a_terminal(
    env: dict[str, str], arguments: tuple[str, ...], coloured: bool, at: Path
) -> None:
    _, shown = output("report", "--month", "2023-08", *arguments, at=at, env=env)
    assert ("\x1b[" in shown) is coloured


@in_any_python
@pytest.mark.parametrize("command", [("validate",), ("rules",), ("explain", "M402")], ids=" ".join)
def test_every_command_colours_alike(command: tuple[str, ...], at: Path) -> None:
    assert "\x1b[" in output(*command, at=at)[1]
    assert "\x1b[" not in output(*command, at=at, env={"NO_COLOR": "1"})[1]


@in_any_python
def test_help_and_mistakes_are_never_coloured(at: Path) -> None:
    """Nor does anything colour a pipe that Typer, rich or other programs would take for a wish."""
    others = dict.fromkeys(("GITHUB_ACTIONS", "PY_COLORS", "CLICOLOR_FORCE", "TTY_COMPATIBLE"), "1")
    for command in (
        ("--help",),
        ("report", "--help"),
        ("repor",),
        ("report", "--nonsense"),
        ("report", "--month", "x"),
    ):
        assert "\x1b" not in output(*command, at=at, env={**others, "FORCE_COLOR": "1"})[1], command
    assert b"\x1b" not in spawn("report", "--month", "2023-08", env=others).stdout


@in_any_python
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize(
    "command",
    [("report", "--month", "2023-08"), ("rules",), ("explain", "M402"), ("validate",)],
    ids=" ".join,
)
def test_the_width_is_the_terminals(columns: int, command: tuple[str, ...], at: Path) -> None:
    code, shown = output(*command, "--color", "never", "--quiet", at=at, columns=columns)
    assert code == 0
    widths = [width(line) for line in shown.splitlines()]
    if command != ("validate",):  # a finding is one line, for programs that look for it
        assert max(widths) <= columns
        assert max(widths) > columns * 0.7 or command != ("report", "--month", "2023-08")


@in_any_python
def test_help_in_a_terminal_fits_it(at: Path) -> None:
    for columns in (40, 80):
        code, shown = output("rules", "--help", at=at, columns=columns)
        assert code == 0
        assert max(width(line) for line in shown.splitlines()) <= columns


@in_any_python
def test_a_terminal_in_gbk(at: Path) -> None:
    """What GBK has is shown in it; what it has not is shown as a number, and nothing crashes."""
    env = {"PYTHONIOENCODING": "gbk"}
    for command in (
        ("report", "--month", "2023-08"),
        ("report", "--help"),
        ("validate",),
        ("rules",),
        ("explain", "M106"),
    ):
        code, shown = output(*command, at=at, env=env, encoding="gbk")
        assert code == 0
        assert "Traceback" not in shown
    assert "献县2023年20项民生工程" in output("report", at=at, env=env, encoding="gbk")[1]
    code, shown = output("validate", at=at, env={**env, "MINSHENG_LEDGER": "😀"}, encoding="gbk")
    assert code == 2
    assert shown.startswith(r"\U0001f600 不是台账目录")


@in_any_python
def test_a_terminal_that_says_it_is_ascii_gets_utf8(at: Path) -> None:
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    code, shown = output("report", "--month", "2023-08", at=at, env=env)
    assert code == 0
    assert "献县2023年20项民生工程" in shown


@in_any_python
def test_ctrl_c_typed_at_the_keyboard(at: Path) -> None:
    """Pressed while the command waits for somebody to read what it writes: 130, one sentence, at once."""
    pipe = at / "pipe.json"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    command = [sys.executable, "-m", "minsheng_cli", "report", "--output", str(pipe)]
    try:
        with terminal(command, at) as child:
            assert select.select([reader], [], [], 60)[0]
            child.sendintr()
            child.expect(pexpect.EOF)
            child.wait()
            assert child.exitstatus == 130
            assert child.before.replace("^C", "").strip() == "已中断"
    finally:
        os.close(reader)


def test_a_locale_in_gbk(at: Path) -> None:
    """Arguments come in GBK and the screen shows GBK; what goes into a file or a pipe is UTF-8 all the same."""
    made = (
        subprocess.run(
            ["localedef", "-f", "GBK", "-i", "zh_CN", str(at / "zh_CN.GBK")], capture_output=True, check=False
        )
        if shutil.which("localedef")
        else None
    )
    if made is None or not (at / "zh_CN.GBK").exists():
        pytest.skip("no GBK locale can be made here")
    env: dict[str, str | bytes] = {**os.environ, "LOCPATH": str(at), "LC_ALL": "zh_CN.GBK"}
    command = [
        sys.executable.encode(),
        b"-m",
        b"minsheng_cli",
        b"report",
        b"--department",
        "住建局".encode("gbk"),
    ]
    piped = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=False, timeout=60)
    assert (piped.returncode, piped.stderr) == (0, b"")
    assert "棚户区改造工程" in piped.stdout.decode()
    asking: dict[str, str | bytes] = {
        "_MINSHENG_COMPLETE": b"complete_zsh",
        "_MINSHENG_LINE": "minsheng report -d 住".encode("gbk"),
    }
    asked = subprocess.run(
        command[:3], cwd=ROOT, env={**env, **asking}, capture_output=True, check=False, timeout=60
    )
    assert asked.stdout.decode("gbk") == "住建局\t献县住房和城乡建设局\n"
