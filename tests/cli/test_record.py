"""record: the file after it line by line, what is said of it, and what is refused without a byte being written."""

from __future__ import annotations

import datetime
import difflib
import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.cli.record_styles import RECORDED, STYLES
from tests.cli.test_fix import contents
from tests.conftest import Minsheng
from tests.test_cases import overlay

HOUSING = "data/progress/housing.yaml"


class DiffFile(SingleFileSnapshotExtension):
    """One readable file a case."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return overlay(tmp_path / "ledger", tmp_path / "nothing")


def put(root: Path, text: str, path: str = HOUSING) -> None:
    (root / path).write_bytes(text.encode())


def difference(before: str, after: str) -> str:
    """What is different, line ends to be seen."""
    old, new = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (before, after))
    lines = list(difflib.unified_diff(old, new, n=0))[2:]
    ended = "".join(line if line.endswith("\n") else f"{line}<没有换行>\n" for line in lines)
    return re.sub(r"(?m)^@@.*@@$", "@@", ended).replace("\r", "<CR>")


@pytest.mark.parametrize("what", RECORDED)
@pytest.mark.parametrize("style", STYLES)
def test_in_every_manner_of_writing(
    style: str, what: str, root: Path, minsheng: Minsheng, snapshot: SnapshotAssertion
) -> None:
    put(root, STYLES[style])
    arguments = RECORDED[what]
    if "--reported-on" not in arguments and style == "empty":
        arguments = (*arguments, "--reported-on", "2024-04-02")
    result = minsheng("record", "住建局", *arguments, "--ledger", root)
    after = (root / HOUSING).read_bytes().decode()
    assert result.out == ""
    if result.code:
        assert after == STYLES[style]
    told = f"退出码 {result.code}\n{result.err}\n{difference(STYLES[style], after)}"
    assert told == snapshot(extension_class=DiffFile)


def test_said_twice_is_written_once(root: Path, minsheng: Minsheng) -> None:
    arguments = (
        "record",
        "housing",
        "2024-04",
        "--set",
        "new-homes=110",
        "--problem",
        "缺料",
        "--ledger",
        root,
    )
    assert minsheng(*arguments).code == 0
    before = contents(root)
    again = minsheng(*arguments)
    assert (again.code, again.err) == (0, "已经是这样了，没有要改的\n")
    assert contents(root) == before


def test_dry_run_shows_the_lines_and_writes_nothing(root: Path, minsheng: Minsheng) -> None:
    before = contents(root)
    wanted = ("--set", "new-homes=110", "--note", "new-homes=含三期", "--dry-run")
    result = minsheng("record", "住建局", "2024-04", *wanted, "--ledger", root)
    assert result.code == 0
    assert result.out == (
        f"{HOUSING}：\n    第29行\n"
        "      -       new-homes: 104\n"
        "      +       new-homes: {done: 110, note: 含三期}\n"
    )
    assert result.err.splitlines()[:3] == [
        "还没有写；去掉 --dry-run 就写入",
        "    安置房新开工（new-homes）：104套 → 110套",
        "    安置房新开工的说明：含三期",
    ]
    assert contents(root) == before
    quiet = minsheng("record", "住建局", "2024-04", *wanted, "--quiet", "--color", "always", "--ledger", root)
    assert quiet.err == ""
    assert "\x1b[1m" in quiet.out


def test_quiet_says_nothing(root: Path, minsheng: Minsheng) -> None:
    result = minsheng("record", "住建局", "2024-04", "--set", "new-homes=110", "-q", "--ledger", root)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert "new-homes: 110\n" in (root / HOUSING).read_text("utf-8")


def test_a_department_without_a_file_gets_one(root: Path, minsheng: Minsheng) -> None:
    line = "# yaml-language-server: $schema=../../schema/progress.schema.json"
    for path in (root / "data/progress").iterdir():
        path.write_text(f"{line}\n{path.read_text('utf-8')}", "utf-8")
    (root / HOUSING).unlink()
    result = minsheng(
        *("record", "住建", "2024-03", "--set", "new-homes=72", "--set", "estates=复兴小区 东关小区"),
        *("--problem", "old-homes: 缺料", "--reported-on", "2024-04-02", "--ledger", root),
    )
    assert result.code == 0, result.err
    assert (root / HOUSING).read_bytes().decode() == (
        f"{line}\ndepartment: housing\n\nreports:\n"
        "  - month: 2024-03\n    reported_on: 2024-04-02\n    figures:\n"
        "      new-homes: 72\n      estates: [fuxing, dongguan]\n"
        "    problems: [{project: old-homes, text: 缺料}]\n"
    )
    assert "别的文件标了示例数据，新文件没有标" in result.err


def test_the_folder_of_the_first_file_is_made(root: Path, minsheng: Minsheng) -> None:
    for path in (root / "data/progress").iterdir():
        path.unlink()
    (root / "data/progress").rmdir()
    arguments = ("record", "交通局", "2024-03", "--set", "rural-roads=4.20", "--reported-on", "2024-04-01")
    result = minsheng(*arguments, "--ledger", root)
    assert result.code == 0, result.err
    text = (root / "data/progress/transport.yaml").read_text("utf-8")
    assert text.endswith("    figures:\n      rural-roads: 4.20\n")


def test_the_day_of_a_new_report_is_today(root: Path, minsheng: Minsheng) -> None:
    """And the day that stands there stays."""
    first = datetime.date.today()
    minsheng("record", "住建局", "2024-05", "--set", "new-homes=130", "--ledger", root)
    last = datetime.date.today()
    text = (root / HOUSING).read_text("utf-8")
    assert any(f"month: 2024-05\n    reported_on: {day}\n" in text for day in (first, last))
    minsheng("record", "住建局", "2024-04", "--set", "new-homes=110", "--ledger", root)
    assert "month: 2024-04\n    reported_on: 2024-05-06\n" in (root / HOUSING).read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("checkups=3800", "checkups: 3800"),
        ("体检=3800", "checkups: 3800"),
        ("产前=310/320", "prenatal-tests: {done: 310, eligible: 320}"),
        ("产前 = 310 ／ 320 ", "prenatal-tests: {done: 310, eligible: 320}"),
        ("群众满意度=90.50", "satisfaction: 90.50"),
        ("老年食堂=7", "canteens: 7"),
    ],
)
def test_a_value_of_each_kind(typed: str, written: str, root: Path, minsheng: Minsheng) -> None:
    result = minsheng("record", "health", "2024-04", "--set", typed, "--ledger", root)
    assert result.code == 0, result.err
    assert f"      {written}\n" in (root / "data/progress/health.yaml").read_text("utf-8")


# ---- the disk


def test_a_linked_file_stays_a_link(root: Path, minsheng: Minsheng) -> None:
    (root / HOUSING).rename(root / "data/住建.yaml")
    (root / HOUSING).symlink_to(root / "data/住建.yaml")
    assert minsheng("record", "住建局", "2024-04", "--set", "new-homes=110", "--ledger", root).code == 0
    assert (root / HOUSING).is_symlink()
    assert "new-homes: 110" in (root / "data/住建.yaml").read_text("utf-8")


def test_a_link_out_of_the_ledger_is_not_followed(root: Path, tmp_path: Path, minsheng: Minsheng) -> None:
    (root / HOUSING).rename(tmp_path / "outside.yaml")
    before = (tmp_path / "outside.yaml").read_bytes()
    (root / HOUSING).symlink_to(tmp_path / "outside.yaml")
    result = minsheng("record", "住建局", "2024-04", "--set", "new-homes=110", "--ledger", root)
    assert (result.code, "M126" in result.err) == (1, True)
    assert (tmp_path / "outside.yaml").read_bytes() == before


def test_a_folder_that_is_a_link_out_of_the_ledger(root: Path, tmp_path: Path, minsheng: Minsheng) -> None:
    (root / "data/progress").rename(tmp_path / "outside")
    (root / "data/progress").symlink_to(tmp_path / "outside")
    before = contents(tmp_path / "outside")
    result = minsheng("record", "发改局", "2024-04", "--problem", "x", "--ledger", root)
    assert (result.code, "M126" in result.err) == (1, True)
    assert contents(tmp_path / "outside") == before


def test_nothing_is_left_beside_the_file(root: Path, minsheng: Minsheng) -> None:
    names = sorted(path.name for path in (root / "data").rglob("*"))
    minsheng("record", "住建局", "2024-04", "--set", "new-homes=110", "--ledger", root)
    minsheng("record", "住建局", "2024-04", "--set", "new-homes=1", "--ledger", root)
    assert sorted(path.name for path in (root / "data").rglob("*")) == names
