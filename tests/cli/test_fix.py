"""validate --fix: what has one certain mend is put right, everything else stays byte for byte."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from minsheng_cli.source.wide import COLONS
from tests.conftest import Minsheng
from tests.test_cases import BASE, CASES, FOLDERS, SOME_FOLDERS, overlay

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
    *("M307-schedule", "M403-full-width", "M403-full-width-space", "M301-full-width-underscore"),
    *("M107-no-space-after-colon", "M107-three-lines", "M107-two-in-braces", "M107-long-note"),
    *(
        "M107-month",
        "M107-month-on-lines",
        "M107-stage",
        "M107-stages-in-braces",
        "M107-whole-entry",
        "M107-two-lines-below-name",
    ),
    *("M110-glued-dash-of-text", "M110-glued-dashes-of-texts", "M110-glued-dash-below-text"),
    "M107-named-space",
    *("M110-glued-dash", "M110-glued-dashes", "M110-em-dash", "M110-em-dash-glued"),
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
    text = text.replace("&nbsp;", " ").translate(dict.fromkeys(map(ord, COLONS), ":"))
    text = unicodedata.normalize("NFKC", text).translate(str.maketrans("、【】()", ",[]{}"))
    text = re.sub(r"[年月日/.—-]", "-", text)
    return re.sub(r"\s+", "", re.sub(r"\b0+(?=[0-9])", "", re.sub(r"[\s-]+", " ", text)))


@pytest.mark.parametrize("name", sorted(CERTAIN))
def test_certain(name: str, tmp_path: Path, minsheng: Minsheng) -> None:
    root = overlay(tmp_path / "ledger", CASES / name / "broken")
    first = minsheng("validate", "--ledger", root, "--fix")
    assert (first.code, first.out) == (0, ""), first.out
    assert "已改好1个文件" in first.err
    assert minsheng("validate", "--ledger", root).code == 0


@pytest.mark.parametrize("folder", SOME_FOLDERS)
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
    "note",
    [
        "雨天多，stage：主体完工",
        "雨天多，done：月底",
        "雨天多、project：李庄桥",
        "李庄桥（done：2跨，note：无）",
        "含6月：12",
    ],
)
def test_a_sentence_is_no_figure(note: str, tmp_path: Path, minsheng: Minsheng) -> None:
    """What cannot stand in the figure's braces is prose, whatever it looks like."""
    root = overlay(tmp_path / "ledger", tmp_path / "nothing")
    path = root / "data/progress/transport.yaml"
    path.write_text(path.read_text("utf-8").replace("雨天多", note), "utf-8")
    before = contents(root)
    result = minsheng("validate", "--ledger", root, "--fix")
    assert (result.code, result.out, contents(root)) == (0, "", before)


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


FULL_WIDTH = str.maketrans({"{": "｛", "}": "｝", "[": "［", "]": "］"})


def _typed_full_width(text: str) -> str:
    """What a whole session with a Chinese input method makes of a file."""
    return text.replace(": ", "：").replace(":\n", "：\n").replace(", ", "，").translate(FULL_WIDTH)


@pytest.mark.parametrize("name", ["transport", "housing", "health"])
def test_a_whole_file_typed_full_width(name: str, tmp_path: Path, minsheng: Minsheng) -> None:
    """Every line is listed in one run, and all are mended in one go, byte for byte as they were."""
    root = overlay(tmp_path / "ledger", Path("none"))
    path = root / f"data/progress/{name}.yaml"
    sound = path.read_text("utf-8")
    path.write_text(_typed_full_width(sound), "utf-8")
    listed = minsheng("validate", "--ledger", root).out
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        assert ("：" in line) == (f"{name}.yaml:{number}:" in listed), line
    assert minsheng("validate", "--ledger", root, "--fix").code == 0
    assert path.read_text("utf-8") == sound


def _with(root: Path, old: str, new: str) -> Path:
    path = root / "data/progress/housing.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return path


REMARK = "- {project: old-homes, text: 东关小区有3户未签约}"


@pytest.mark.parametrize(
    "text",
    [
        "- （东关小区）：3户未签约，project：待定",
        "- ｛另附｝图纸：3户，已催",
        "- （见附件：第3页）",
        "- 【进度】text：已报",
        "- {text: 沥青，G107：已通, project: old-homes}",
        "- {text: 表一，done：见附件，text：同上, project: old-homes}",
        "- {text: 表一“东关，project：复兴”（见图，project：3）}",
        "- {project: old-homes, text: 东关小区，name：未签约，project：待定}",
        "- 图纸\n        text：见附件",
    ],
)
def test_a_text_with_full_width_signs_is_no_mapping(text: str, tmp_path: Path, minsheng: Minsheng) -> None:
    root = overlay(tmp_path / "ledger", Path("none"))
    _with(root, REMARK, text)
    assert minsheng("validate", "--ledger", root).code == 0
    path = _with(root, "new-homes: 104", "new-homes：104")
    assert minsheng("validate", "--ledger", root, "--fix").code == 0
    assert text in path.read_text("utf-8")
    assert "new-homes: 104" in path.read_text("utf-8")


def test_signs_within_the_text_of_a_mapping_stay(tmp_path: Path, minsheng: Minsheng) -> None:
    root = overlay(tmp_path / "ledger", Path("none"))
    path = _with(root, REMARK, "- ｛project：old-homes，text：东关：3户，（含1户空置）未签约｝  # 注：已核｝")
    listed = minsheng("validate", "--ledger", root).err
    assert "4处错误，0处警告；其中4处可用" in listed
    assert minsheng("validate", "--ledger", root, "--fix").code == 0
    assert "- {project: old-homes, text: 东关：3户，（含1户空置）未签约}  # 注：已核｝" in path.read_text(
        "utf-8"
    )


@pytest.mark.parametrize("new", ["newhomes:104", "rental:5"])
def test_an_unknown_name_is_not_parted_from_its_value(new: str, tmp_path: Path, minsheng: Minsheng) -> None:
    root = overlay(tmp_path / "ledger", Path("none"))
    path = _with(root, "new-homes: 104", new)
    result = minsheng("validate", "--ledger", root, "--fix")
    assert "M107" in result.out
    assert new in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ('highlights： ["完成，id：5"]', 'highlights: ["完成，id：5"]'),
        ("highlights： ['见附件，month：8月']", "highlights: ['见附件，month：8月']"),
        ("highlights： [完成]  # 原来，id：5", "highlights: [完成]  # 原来，id：5"),
    ],
)
def test_what_stands_in_quotes_or_a_comment_stays(
    typed: str, mended: str, tmp_path: Path, minsheng: Minsheng
) -> None:
    root = overlay(tmp_path / "ledger", Path("none"))
    path = root / "data/progress/transport.yaml"
    sound = path.read_text("utf-8")
    path.write_text(f"{sound}    {typed}\n", "utf-8")
    assert minsheng("validate", "--ledger", root, "--fix").code == 0
    assert path.read_text("utf-8") == f"{sound}    {mended}\n"
