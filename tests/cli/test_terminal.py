"""What validate shows in a real terminal: the line as typed, and the place marked under it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from minsheng_cli.views.cells import width
from minsheng_cli.views.findings.excerpt import excerpt
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
