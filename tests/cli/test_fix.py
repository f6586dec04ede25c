"""validate --fix: what has one certain mend is put right, everything else stays byte for byte."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import Minsheng
from tests.test_cases import BASE, CASES, FOLDERS, overlay

CERTAIN = {
    *("M101-gbk", "M101-gb18030", "M101-utf-16", "M101-utf-16-without-mark", "M101-utf-16-big-endian"),
    *(
        "M102-byte-order-mark",
        "M119-upper-case",
        "M119-yml",
        "M121-crlf",
        "M122-lone-cr",
        "M307-no-zero",
        "M307-slash",
        "M307-full-width",
    ),
    *("M307-schedule", "M403-full-width"),
    *(folder.name for folder in FOLDERS if folder.name.startswith(("M105", "M106"))),
}
"""Cases that --fix mends whole."""


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def meaning(data: bytes) -> str:
    """A text without what a certain mend may change: width, line ends, marks, zeros before a number."""
    for encoding in (
        "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig",
        "gb18030",
        "utf-16-le",
    ):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            break
    else:
        text = data.decode("latin-1")
    text = re.sub(r"[年月日/.—-]", "-", unicodedata.normalize("NFKC", text).replace("、", ","))
    return re.sub(r"\s+", "", re.sub(r"\b0+(?=[0-9])", "", re.sub(r"[\s-]+", " ", text)))


@pytest.mark.parametrize("name", sorted(CERTAIN))
def test_certain(name: str, tmp_path: Path, minsheng: Minsheng) -> None:
    root = overlay(tmp_path / "ledger", CASES / name / "broken")
    first = minsheng("validate", "--ledger", root, "--fix")
    assert (first.code, first.out) == (0, ""), first.out
    assert "已改好1个文件" in first.err
    assert minsheng("validate", "--ledger", root).code == 0


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_nothing_else_is_touched(folder: Path, tmp_path: Path, minsheng: Minsheng) -> None:
    root = overlay(tmp_path / "ledger", folder / "broken")
    before = contents(root)
    dry = minsheng("validate", "--ledger", root, "--fix", "--dry-run")
    assert contents(root) == before
    result = minsheng("validate", "--ledger", root, "--fix")
    after = contents(root)
    unchanged = after == before
    for name in before.keys() - after.keys():
        before[name.rpartition(".")[0] + ".yaml"] = before.pop(name)  # *.yml, under its right name
    assert after.keys() == before.keys()
    assert ("没有能自动改的地方" in result.err) == unchanged == ("没有能自动改的地方" in dry.err)
    for name, data in before.items():
        assert meaning(after[name]) == meaning(data) if after[name] != data else True
    again = minsheng("validate", "--ledger", root, "--fix")
    assert contents(root) == after, "a second run finds nothing more"
    assert again.out == result.out == minsheng("validate", "--ledger", root).out


def test_the_change_is_shown(tmp_path: Path, minsheng: Minsheng) -> None:
    root = overlay(tmp_path / "ledger", CASES / "M403-full-width" / "broken")
    result = minsheng("validate", "--ledger", root, "--fix")
    assert result.err.splitlines()[:4] == [
        "data/progress/transport.yaml：",
        "    第14行",
        "      -       street-lamps: ９１２",
        "      +       street-lamps: 912",
    ]
    text = (BASE / "data/progress/transport.yaml").read_bytes()
    assert (root / "data/progress/transport.yaml").read_bytes() == text


def test_dry_run_needs_fix(minsheng: Minsheng) -> None:
    assert minsheng("validate", "--ledger", BASE, "--dry-run").code == 2


def test_text_is_left_alone_beside_a_sign_that_is_mended(tmp_path: Path, minsheng: Minsheng) -> None:
    """A colon in a sentence is no mistake, whatever else the file has."""
    root = overlay(tmp_path / "ledger", CASES / "M106-colon" / "broken")
    path = root / "data/progress/transport.yaml"
    sentence = "problems: [沥青供应不足, 李庄桥：2跨未架，已催]"
    path.write_text(path.read_text("utf-8").replace("problems: [沥青供应不足]", sentence), "utf-8")
    assert minsheng("validate", "--ledger", root, "--fix").code == 0
    assert sentence in path.read_text("utf-8")
    assert "street-lamps: 912" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "file"),
    [
        ("new-homes: 10²", "housing"),
        ("new-homes: 2①", "housing"),
        ("month: 2024-0²", "housing"),
        ("reported_on: 2024-05-0³", "housing"),
    ],
)
def test_what_only_looks_like_a_digit_is_no_digit(
    typed: str, file: str, tmp_path: Path, minsheng: Minsheng
) -> None:
    """² and ① were typed for something; no figure and no month is made of them."""
    root = overlay(tmp_path / "ledger", tmp_path / "nothing")
    path = root / f"data/progress/{file}.yaml"
    text = path.read_text("utf-8")
    line = next(each for each in reversed(text.splitlines()) if typed.split(":", maxsplit=1)[0] in each)
    path.write_text(text.replace(line, f"{line.partition(':')[0]}:{typed.partition(':')[2]}"), "utf-8")
    before = path.read_bytes()
    result = minsheng("validate", "--ledger", root, "--fix")
    assert path.read_bytes() == before
    assert result.code == 1
    assert "写成：" not in result.out
