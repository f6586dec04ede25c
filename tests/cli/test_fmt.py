"""minsheng fmt: a ledger laid out whole, what is left and why, and how it is said."""

from __future__ import annotations

import re
import shutil
import time
from collections import Counter
from pathlib import Path

import pytest

from minsheng_cli.formatting.ledger import Layout, lay_out
from minsheng_cli.model.ledger import Ledger, assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.rules.context import Context
from minsheng_cli.rules.findings import findings
from minsheng_cli.source import folder
from minsheng_cli.source.folder import SourceFile
from tests.cli.test_fix import contents
from tests.conftest import ROOT, Minsheng, write_ledger
from tests.test_cases import BASE, SOME_FOLDERS, overlay

FORMS = ROOT / "tests" / "formatting"
HOUSING = "data/progress/housing.yaml"
TRANSPORT = "data/progress/transport.yaml"
MENDED = {"M102", "M121", "M122", "M324"}
"""What is put right along with the layout: a mark, line ends, the order of reports."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(FORMS / "before", tmp_path / "ledger")
    return tmp_path / "ledger"


def test_a_ledger_is_laid_out(root: Path, minsheng: Minsheng) -> None:
    result = minsheng("fmt", "--ledger", root)
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "已排好 data/projects.yaml\n"
        "已排好 data/progress/dev-reform.yaml：月报从早到晚重新排了；哪个月份写错了的，请先改月份\n"
        "已排好 data/progress/housing.yaml\n"
        "排好了3个文件，数、文字、注释都没有变\n"
    )
    assert contents(root) == contents(FORMS / "after")
    again = minsheng("fmt", "--ledger", root)
    assert (again.code, again.out, again.err) == (0, "", "3个文件都是规范写法\n")
    assert minsheng("validate", "--ledger", root).code == 0


def test_check_names_the_files(root: Path, minsheng: Minsheng) -> None:
    (root / HOUSING).write_bytes((FORMS / "after" / HOUSING).read_bytes())
    before = contents(root)
    result = minsheng("fmt", "--ledger", root, "--check")
    assert (result.code, result.out) == (1, "data/projects.yaml\ndata/progress/dev-reform.yaml\n")
    assert result.err == "3个文件里有2个没有排好，还没有写；运行 minsheng fmt 就排好\n"
    quiet = minsheng("fmt", "--ledger", root, "--check", "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (1, result.out, "")
    assert contents(root) == before


@pytest.mark.parametrize(
    "ledger", [ROOT, ROOT / "tests/ledgers/yunxi", BASE, FORMS / "after"], ids=lambda path: path.name
)
def test_the_ledgers_at_hand_are_canonical(ledger: Path, minsheng: Minsheng) -> None:
    result = minsheng("fmt", "--ledger", ledger, "--check")
    assert (result.code, result.out) == (0, ""), "运行 minsheng fmt 排好"


def test_the_lines_are_shown(root: Path, minsheng: Minsheng) -> None:
    before = contents(root)
    result = minsheng("fmt", "--ledger", root, "--dry-run")
    assert result.code == 0
    assert contents(root) == before
    assert result.out.startswith(
        "data/projects.yaml：\n    第1行\n      - （空行）\n      - （空行）\n    第4行\n"
    )
    assert "      -     title:   某县2024年民生实事\n      +   title: 某县2024年民生实事\n" in result.out
    assert "data/progress/dev-reform.yaml：\n    月报从早到晚重新排了" in result.out
    assert "没有排好，还没有写" in result.err
    assert minsheng("fmt", "--ledger", root, "--dry-run", "--check").code == 1
    coloured = minsheng("fmt", "--ledger", root, "--dry-run", "--color", "always").out
    assert "\x1b[32m" in coloured and re.sub(r"\x1b\[[0-9;]*m", "", coloured) == result.out
    minsheng("fmt", "--ledger", root)
    assert minsheng("fmt", "--ledger", root, "--dry-run").out == ""


def test_what_editors_leave_behind(root: Path, minsheng: Minsheng) -> None:
    """A mark at the beginning, line ends of Windows or of old Macs, none at the end, blanks that nobody sees."""
    shutil.copytree(FORMS / "after", root, dirs_exist_ok=True)
    right = contents(root)
    for path, end in ((HOUSING, b"\r\n"), ("data/projects.yaml", b"\r")):
        data = right[path].rstrip(b"\n").replace(b"\n", end)
        (root / path).write_bytes(b"\xef\xbb\xbf" * (end == b"\r\n") + data)
    (root / "data/progress/dev-reform.yaml").write_bytes(right["data/progress/dev-reform.yaml"] + b" \n")
    shown = minsheng("fmt", "--ledger", root, "--dry-run").out
    assert f"{HOUSING}：\n    开头的BOM → 去掉\n    换行符CRLF → LF\n" in shown
    assert "data/projects.yaml：\n    换行符CR → LF\n" in shown
    assert "      - 〈行末空格〉\n" in shown
    assert minsheng("fmt", "--ledger", root).code == 0
    assert contents(root) == right


# ---- what is left


def test_what_cannot_be_read_is_left_and_the_rest_laid_out(root: Path, minsheng: Minsheng) -> None:
    broken = b"department: housing\nreports:\n  - month\xef\xbc\x9a2024-03\n    figures: {a: 1\n"
    (root / HOUSING).write_bytes(broken)
    result = minsheng("fmt", "--ledger", root)
    assert (result.code, result.out) == (1, "")
    assert re.search(rf"^{HOUSING}:3:[0-9]+: M106 错误 .*\n    .+", result.err, re.M)
    assert result.err.endswith("排好了2个文件，数、文字、注释都没有变；1个文件没有动\n")
    assert contents(root) == {**contents(FORMS / "after"), HOUSING: broken}
    again = minsheng("fmt", "--ledger", root, "--check", "--quiet")
    assert (again.code, again.out) == (1, "")
    assert "M106" in again.err and "规范" not in again.err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("figures: {}\n", "figures: {a: {done: 1,301}}\n", "第5行的花括号里有一项没有名称，或者没有内容"),
        (
            "department: dev-reform\n",
            "? department\n: dev-reform\n",
            "第1行的写法少见，排了怕改了意思；换成常用的写法再排",
        ),
    ],
)
def test_what_cannot_be_laid_out_is_left(
    old: str, new: str, said: str, root: Path, minsheng: Minsheng
) -> None:
    path = root / "data/progress/dev-reform.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    before = path.read_bytes()
    result = minsheng("fmt", "--ledger", root)
    assert result.code == 1
    assert f"data/progress/dev-reform.yaml 没有动：{said}\n" in result.err
    assert path.read_bytes() == before
    assert "1个文件没有动" in result.err


def test_files_that_are_none(root: Path, tmp_path: Path, minsheng: Minsheng) -> None:
    """A link out of the ledger, a folder, a name that is not read, GBK: each is named, none is touched."""
    before = contents(root)
    outside = tmp_path / "outside.yaml"
    outside.write_text("department:   outside\n", "utf-8")
    (root / "data/progress/outside.yaml").symlink_to(outside)
    (root / "data/progress/folder.yaml").mkdir()
    (root / "data/progress/old.yml").write_text("department:   old\n", "utf-8")
    (root / HOUSING).write_bytes(before[HOUSING].decode().encode("gbk"))
    result = minsheng("fmt", "--ledger", root)
    assert result.code == 1
    for code in ("M126", "M125", "M119", "M101"):
        assert code in result.err
    assert outside.read_text("utf-8") == "department:   outside\n"
    assert (root / "data/progress/old.yml").read_text("utf-8") == "department:   old\n"
    assert (root / HOUSING).read_bytes() == before[HOUSING].decode().encode("gbk")
    assert result.err.endswith("排好了2个文件，数、文字、注释都没有变；4个文件没有动\n")


def test_nothing_can_be_laid_out(tmp_path: Path, minsheng: Minsheng) -> None:
    root = write_ledger(tmp_path, {"projects.yaml": "plan: [\n"})
    result = minsheng("fmt", "--ledger", root)
    assert result.code == 1
    assert result.err.endswith("没有能排的文件；1个文件没有动\n")
    assert minsheng("fmt", "--ledger", tmp_path / "none").code == 2


def test_links_stay_and_two_names_are_written_once(root: Path, minsheng: Minsheng) -> None:
    (root / HOUSING).rename(root / "housing-2024.yaml")
    (root / "housing-2024.yaml").chmod(0o640)
    (root / HOUSING).symlink_to("../../housing-2024.yaml")
    (root / "data/progress/twice.yaml").symlink_to("housing.yaml")
    assert minsheng("fmt", "--ledger", root).code == 0
    assert (root / HOUSING).is_symlink()
    assert (root / "housing-2024.yaml").read_bytes() == (FORMS / "after" / HOUSING).read_bytes()
    assert (root / "housing-2024.yaml").stat().st_mode & 0o7777 == 0o640


def test_names_and_comments_are_shown_harmless(root: Path, minsheng: Minsheng) -> None:
    name = "data/progress/\x1b[31m\nred.yaml"
    (root / name).write_text("department:   a # \u202e\u200b\nreports: [ ]\n", "utf-8")
    for arguments in (("--dry-run",), ("--check",), ()):
        result = minsheng("fmt", "--ledger", root, *arguments)
        text = result.out + result.err
        assert "<001B>[31m<000A>red.yaml" in text
        assert "\x1b" not in text and "\u202e" not in text
        assert not (arguments == ("--check",) and len(result.out.splitlines()) != 4)
    assert (root / name).read_text("utf-8") == "department: a  # \u202e\u200b\nreports: []\n"


def said(files: list[SourceFile]) -> tuple[Ledger, Counter[tuple[str, str, str, str]]]:
    """A ledger, and its findings without their places; lines out of step are not looked for, which takes long."""
    ledger = assemble(files, in_step=False)
    found = findings(Context(ledger, read_figures(ledger)))
    return ledger, Counter((each.file, each.code, each.message, each.hint) for each in found)


@pytest.mark.parametrize("case", SOME_FOLDERS)
def test_findings_stay(case: Path, tmp_path: Path) -> None:
    """Of what is broken, what can be read is laid out, and has the same findings as before, in other places."""
    files = folder.read(overlay(tmp_path / "ledger", case / "broken"))
    ledger = assemble(files, in_step=False)
    layout = lay_out(files, ledger)
    assert {left.why for left in layout.left} <= {"unreadable", "unnamed"}
    if not layout.laid:
        return
    new = {laid.path: laid.new.encode() for laid in layout.laid}
    after = [file._replace(data=new.get(file.path, file.data)) for file in files]
    ledger, now = said(after)
    assert now == Counter({what: count for what, count in said(files)[1].items() if what[1] not in MENDED})
    assert lay_out(after, ledger) == Layout([], layout.left, layout.files)


@pytest.mark.long
@pytest.mark.parametrize(
    "line",
    [
        "  - {{a: {{done: {0} }}, b: [ {0},{0}]}}",
        "  -   a{0}:   {0} # {0}",
        "  - [{0},\n{0}]",
        "   # {0}",
        "  - |\n     {0}\n",
    ],
)
def test_a_large_file_takes_seconds(line: str, root: Path, minsheng: Minsheng) -> None:
    lines = [line.format(number) for number in range(60_000)]
    while sum(len(each) + 1 for each in lines) > 900_000 or len(lines) * (1 + line.count("{0}") * 2) > 90_000:
        lines = lines[: len(lines) * 9 // 10]
    (root / HOUSING).write_text(
        "department: housing\nreports:\n  - a: 1\n" + "\n".join(lines) + "\n", "utf-8"
    )
    start = time.process_time()
    assert minsheng("fmt", "--ledger", root, "--dry-run").code in (0, 1)
    assert minsheng("fmt", "--ledger", root).code in (0, 1)
    assert time.process_time() - start < 60
