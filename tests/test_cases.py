"""The folder of broken ledgers: each rule's findings as the user reads them, and the mend that ends them.

`cases/base` is a small sound ledger. A case `cases/M402-unit-in-number` holds `broken/` and `mended/`, each with
only the files that differ from base (a list DELETE names those of base that are not there), and `expected.txt`,
what `minsheng validate` prints of the broken ledger. `pytest --update-cases` writes expected.txt anew. A rule on
changes (M611 and on) compares both with an older ledger: `base/` holds what differs there, without one it is
`cases/base` itself. What cannot
lie in git as a file (links, folders in place of files) is built by the functions under BUILT.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from minsheng_cli.rules.catalogue import Rule, catalogue
from minsheng_cli.source.folder import MAX_BYTES, MAX_TOTAL_BYTES
from minsheng_cli.source.parse import MAX_VALUES
from tests.compared import validate
from tests.conftest import Minsheng

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir() and path != BASE)
_FIRST = {folder.name[:4]: folder for folder in reversed(FOLDERS)}
SOME_FOLDERS = [
    pytest.param(folder, id=folder.name, marks=() if folder in _FIRST.values() else (pytest.mark.long,))
    for folder in FOLDERS
]
"""Every case, by default only the first of each rule: for what takes long and few cases tell apart."""

_FINDING = re.compile(
    r"(?P<file>\S+?):(?P<line>[0-9]+):(?P<column>[0-9]+): (?P<code>M[0-9]{3}) (?P<word>\S+) "
)
_NAME = re.compile(r"(M[0-9]{3})-[a-z0-9-]+")
_NO_TEXT = {"M119", "M120", "M123", "M124", "M125", "M126", "M129"}
"""Rules on a file as a whole, of which nothing was read: they stand at 1:1 whatever is there."""
_VICTIM = "data/progress/transport.yaml"
"""The file that the built cases break."""


class Place(NamedTuple):
    """A finding's code and place, the way that text and JSON must agree on it."""

    code: str
    severity: str
    file: str
    line: int
    column: int


def overlay(root: Path, changes: Path) -> Path:
    """A ledger at `root`: the sound one, with the files under `changes` in place of its own."""
    shutil.copytree(BASE, root)
    if not changes.is_dir():
        return root
    shutil.copytree(changes, root, dirs_exist_ok=True)
    deleted = root / "DELETE"
    if deleted.is_file():
        for name in deleted.read_text("utf-8").split():
            (root / name).unlink()
        deleted.unlink()
    return root


CHANGES = {rule.code for rule in catalogue() if rule.sort == "changes"}


def older_of(folder: Path, tmp_path: Path) -> Path | None:
    """The older ledger that a case is compared with; None where it stands by itself."""
    return overlay(tmp_path / "older", folder / "base") if folder.name[:4] in CHANGES else None


def places(text: str) -> list[Place]:
    """The findings in the text that validate printed."""
    words = {"错误": "error", "警告": "warning"}
    return [
        Place(found["code"], words[found["word"]], found["file"], int(found["line"]), int(found["column"]))
        for line in text.splitlines()
        if (found := _FINDING.match(line))
    ]


def exit_code(found: list[Place]) -> int:
    return int(any(place.severity == "error" for place in found))


def text_of(path: Path) -> list[str]:
    """A file's lines as a person sees them, whatever encoding it was saved in."""
    data = path.read_bytes()
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            return lines_of(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return lines_of(data.decode("utf-8", errors="replace"))


def lines_of(text: str) -> list[str]:
    """Lines with their carriage returns, which are characters that a finding can stand at."""
    return re.split(r"(?<=\r)(?!\n)|\n", text)


def missing_places(found: list[Place], *roots: Path) -> Iterator[Place]:
    """Findings whose place does not exist in the file, which is that of the first root that has it."""
    for place in found:
        if place.code in _NO_TEXT:
            assert (place.line, place.column) == (1, 1), place
            continue
        lines = text_of(next(root / place.file for root in roots if (root / place.file).is_file()))
        if not (1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1])):
            yield place


def agree(minsheng: Minsheng, root: Path, found: list[Place], older: Path | None = None) -> None:
    """`--format json` says the same of the same places."""
    result = validate(minsheng, root, older, "json")
    assert result.code == exit_code(found)
    assert [
        Place(each["code"], each["severity"], each["file"], each["line"], each["column"])
        for each in result.json["findings"]
    ] == found


def too_large(root: Path) -> None:
    with (root / _VICTIM).open("ab") as file:
        file.write(b"#" + b"x" * MAX_BYTES)


def too_many_values(root: Path) -> None:
    with (root / _VICTIM).open("a", encoding="utf-8") as file:
        file.write(f"    highlights: [{'a,' * MAX_VALUES}]\n")


def too_many_bytes(root: Path) -> None:
    """A sound file of a megabyte for each of so many departments, and one more after them."""
    plan = (root / "data/projects.yaml").read_text("utf-8")
    count = MAX_TOTAL_BYTES // MAX_BYTES + 1
    names = [f"a{number:02d}" for number in range(count)]
    listed = "".join(f"\n  {name}: {{name: 云州县某局}}" for name in names)
    (root / "data/projects.yaml").write_text(
        plan.replace("\ndepartments:", f"\ndepartments:{listed}"), "utf-8"
    )
    for name in names:
        text = f"department: {name}\nreports: []\n#"
        (root / f"data/progress/{name}.yaml").write_text(text.ljust(MAX_BYTES, "x"), "utf-8")


def link_to_itself(root: Path) -> None:
    (root / _VICTIM).unlink()
    (root / _VICTIM).symlink_to("transport.yaml")


def link_to_nothing(root: Path) -> None:
    (root / _VICTIM).unlink()
    (root / _VICTIM).symlink_to("traffic.yaml")


def file_for_folder(root: Path) -> None:
    shutil.rmtree(root / "data/progress")
    (root / "data/progress").write_text("4月份没有进展\n", "utf-8")


def folder_for_file(root: Path) -> None:
    (root / _VICTIM).unlink()
    (root / _VICTIM).mkdir()


def pipe(root: Path) -> None:
    (root / _VICTIM).unlink()
    os.mkfifo(root / _VICTIM)


def link_out(root: Path) -> None:
    (root / _VICTIM).rename(root.parent / "elsewhere.yaml")
    (root / _VICTIM).symlink_to(root.parent / "elsewhere.yaml")


def folder_linked_out(root: Path) -> None:
    (root / "data/progress").rename(root.parent / "elsewhere")
    (root / "data/progress").symlink_to(root.parent / "elsewhere")


Built = tuple[str, Callable[[Path], None], str]
UNREADABLE = "    检查文件是否存在、是否有读取权限、是否被别的程序占用\n"
NOT_A_FILE = (
    f"{_VICTIM}:1:1: M125 错误 这里应当是一个普通文件，却是文件夹或别的东西\n"
    "    把它移走，放上同名的台账文件\n"
)
OUTSIDE = "1:1: M126 错误 这是一个链接，指向台账文件夹外面，没有读取\n    删掉链接，把文件本身复制到这里\n"
BUILT: list[Built] = [
    (
        "M123",
        too_large,
        f"{_VICTIM}:1:1: M123 错误 文件有1,000,320字节，超过100万字节的上限，没有读取\n"
        "    检查是否存错了文件；附件、照片不要放进台账文件\n",
    ),
    (
        "M128",
        too_many_values,
        f"{_VICTIM}:15:199966: M128 错误 文件里的内容太多，到这里已经超过100,000项，后面的没有读，整个文件没有用\n"
        "    检查是不是重复粘贴了，删掉多出来的\n",
    ),
    (
        "M129",
        too_many_bytes,
        "data/progress:1:1: M129 错误 台账太大，文件合起来超过了2,000万字节，从“a20.yaml”起有4个文件没有读取\n"
        "    把不是部门月报的文件移走；几个县的放在几个台账里，一个县一个文件夹\n",
    ),
    ("M124", link_to_itself, f"{_VICTIM}:1:1: M124 错误 文件读不了：链接指向了自己\n{UNREADABLE}"),
    ("M124", link_to_nothing, f"{_VICTIM}:1:1: M124 错误 文件读不了：文件不存在\n{UNREADABLE}"),
    ("M124", file_for_folder, f"data/progress:1:1: M124 错误 文件读不了：上一级不是文件夹\n{UNREADABLE}"),
    ("M125", folder_for_file, NOT_A_FILE),
    ("M125", pipe, NOT_A_FILE),
    ("M126", link_out, f"{_VICTIM}:{OUTSIDE}"),
    ("M126", folder_linked_out, f"data/progress:{OUTSIDE}"),
]
"""Cases that cannot lie in git as files; each breaks the sound ledger at the path it is given."""


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_broken(folder: Path, tmp_path: Path, minsheng: Minsheng, pytestconfig: pytest.Config) -> None:
    root, older = overlay(tmp_path / "ledger", folder / "broken"), older_of(folder, tmp_path)
    result = validate(minsheng, root, older)
    expected = folder / "expected.txt"
    if pytestconfig.getoption("--update-cases"):
        expected.write_bytes(result.out.encode())
    assert result.out.encode() == expected.read_bytes()
    assert result.code == exit_code(places(result.out))


FIRSTS = {folder.name[:4]: folder for folder in reversed(FOLDERS)}
"""One case of each rule."""


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param(
            folder,
            id=folder.name,
            marks=() if FIRSTS[folder.name[:4]] == folder else (pytest.mark.long,),
        )
        for folder in FOLDERS
    ],
)
def test_json_says_the_same(folder: Path, tmp_path: Path, minsheng: Minsheng) -> None:
    root, older = overlay(tmp_path / "ledger", folder / "broken"), older_of(folder, tmp_path)
    agree(minsheng, root, places((folder / "expected.txt").read_text("utf-8")), older)


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_mended(folder: Path, tmp_path: Path, minsheng: Minsheng) -> None:
    root = overlay(tmp_path / "ledger", folder / "mended")
    result = validate(minsheng, root, older_of(folder, tmp_path))
    assert (result.code, result.out) == (0, "")


def test_base_is_sound(minsheng: Minsheng) -> None:
    result = minsheng("validate", "--ledger", BASE, "--strict")
    assert (result.code, result.out) == (0, "")


@pytest.mark.parametrize(("code", "breaking", "expected"), BUILT, ids=[each[1].__name__ for each in BUILT])
def test_built(
    code: str, breaking: Callable[[Path], None], expected: str, tmp_path: Path, minsheng: Minsheng
) -> None:
    root = overlay(tmp_path / "ledger", tmp_path / "nothing")
    breaking(root)
    result = minsheng("validate", "--ledger", root, "--format", "text")
    assert (result.code, result.out) == (1, expected)
    found = places(result.out)
    assert [place.code for place in found] == [code]
    assert not list(missing_places(found, root))
    agree(minsheng, root, found)


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: str(rule.code))
def test_every_rule_has_a_case(rule: Rule) -> None:
    cased = {folder.name[:4] for folder in FOLDERS} | {code for code, _, _ in BUILT}
    assert rule.code in cased


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_expected(folder: Path) -> None:
    """What a case expects: a finding of its own rule, and every finding at a place that there is."""
    named = _NAME.fullmatch(folder.name)
    assert named and named[1] in {rule.code for rule in catalogue()}
    text = (folder / "expected.txt").read_text("utf-8")
    found = places(text)
    assert 2 * len(found) == len(text.splitlines()), "a finding is two lines"
    assert named[1] in {place.code for place in found}
    assert not list(missing_places(found, folder / "broken", BASE))
