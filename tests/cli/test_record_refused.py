"""What record refuses: without a byte being written, in a sentence that says what to type instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.record_styles import BLOCK
from tests.cli.test_fix import contents
from tests.cli.test_record import HOUSING, put
from tests.conftest import Minsheng
from tests.test_cases import overlay


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return overlay(tmp_path / "ledger", tmp_path / "nothing")


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        (("../x", "2024-04", "--set", "a=1"), "没有“../x”这个部门", "可选：发改局（reform）、"),
        (("\x1b[31m局\n", "2024-04", "--set", "a=1"), "没有“<001B>[31m局”这个部门", ""),
        (("住建局", "2024-4", "--set", "new-homes=1"), "月份“2024-4”写法不对", "写成 2024-04"),
        (("住建局", "2025-04", "--set", "new-homes=1"), "2025-04 不在计划期内", "可选 2024-01 到 2024-12"),
        (("住建局", "", "--set", "new-homes=1"), "没有写月份", "写成 2024-01 这样"),
        (("住建局", "2024-04", "--set", "new-homes"), "--set new-homes：缺少等号", "等号是半角的"),
        (("住建局", "2024-04", "--set", "房=1"), "“房”不止一个指标：安置房新开工（new-homes）、", "写全一点"),
        (("住建局", "2024-04", "--set", "new-hones=1"), "没有“new-hones”这个指标", "是不是 安置房新开工（new-homes）？"),
        (("住建局", "2024-04", "--set", "checkups=1"), "“checkups”由卫健局报，不归住建局", "住建局的指标："),
        (("发改局", "2024-04", "--set", "x=1"), "发改局没有要报的指标", "部门写对了没有？"),
        (
            ("住建局", "2024-04", "--set", "new-homes=1", "--set", "安置房=2"),
            "--set 里“安置房新开工”（new-homes）写了不止一次",
            "只留一个",
        ),
        (("住建局", "2024-04", "--set", "new-homes="), "“安置房新开工”（new-homes）的数“”写法不对", "写累计数"),
        (("卫健局", "2024-04", "--set", "产前=310"), "“产前筛查”（prenatal-tests）的数“310”写法不对", "1210/1263"),
        (("住建局", "2024-05", "--note", "new-homes=x"), "2024-05还没有报数，--note 没有地方写", "--set new-homes=数"),
        (("住建局", "2024-04", "--set", "new-homes=1\n- x"), "--set 的内容有换行", "写在一行里"),
        (("住建局", "2024-04", "--note", "new-homes=a\u2028b"), "--note 的内容有换行", "写在一行里"),
        (("住建局", "2024-04", "--problem", "\x1b[31m红"), "--problem 的内容里有看不见的字符：<001B>[31m红", "去掉"),
        (("住建局", "2024-04", "--problem", "a\u200bb"), "--problem 的内容里有看不见的字符：a<200B>b", "去掉"),
        (("住建局", "2024-04", "--problem", " "), "--problem 后面没有写内容", "不写这个选项"),
        (("住建局", "2024-04", "--reported-on", "2024.5.6"), "日期“2024.5.6”写法不对", "写成 2024-05-06"),
        (("住建局", "2024-04", "--set", "--note", "x"), "--set 后面没有写指标=数", "minsheng record --help"),
        (("住建局", "2024-04"), "没有写要报什么；不在终端上，没有人回答", "minsheng record 住建局 2024-04 --set new-homes=数"),
        (("住建局", "2024-04", "--reported-on", "a", "--reported-on", "b"), "--reported-on 写了不止一次", "只留一个"),
    ],
)  # fmt: skip
def test_wrong_usage(
    arguments: tuple[str, ...], sentence: str, hint: str, root: Path, minsheng: Minsheng
) -> None:
    before = contents(root)
    result = minsheng("record", *arguments, "--ledger", root)
    assert (result.code, result.out) == (2, "")
    assert sentence in result.err.splitlines()[0]
    assert hint in result.err.splitlines()[1]
    assert len(result.err.splitlines()) == 2
    assert contents(root) == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--set", "new-homes=230套"), "M402"),
        (("--set", "new-homes=２３０"), "M403"),
        (("--set", "new-homes={done: 1}"), "M404"),
        (("--set", "new-homes=[1]"), "M404"),
        (("--set", "new-homes=110 # 核过"), "M40"),
        (("--set", "new-homes=!!int 3"), "M404"),
        (("--set", "new-homes=*x"), "M404"),
        (("--set", "new-homes=-5"), "M406"),
        (("--set", "new-homes=50"), "M401"),
        (("--set", "rental-homes=200"), "M418"),
        (("--set", "estates=1"), "M411"),
        (("--set", "estates=fuxing,西关"), "M409"),
        (("--set", "estates=guangming"), "M401"),
        (("--set", "central-park=完工"), "M408"),
        (("--set", "new-homes=50", "--revision", "new-homes=无"), "M313"),
        (("--reported-on", "2024-03-01"), "M326"),
    ],
)
def test_what_validate_refuses_is_refused(
    arguments: tuple[str, ...], code: str, root: Path, minsheng: Minsheng
) -> None:
    before = contents(root)
    result = minsheng("record", "住建局", "2024-04", *arguments, "--ledger", root)
    assert (result.code, result.out) == (1, "")
    assert f": {code}" in result.err
    assert re.search(rf"^这样写 {HOUSING} 会有\d处错误，没有写$", result.err, re.MULTILINE)
    assert contents(root) == before


def test_a_fall_says_which_option_gives_the_reason(root: Path, minsheng: Minsheng) -> None:
    fallen = ("record", "住建局", "2024-04", "--set", "new-homes=70", "--ledger", root)
    assert "加上 --revision 指标=原因" in minsheng(*fallen).err
    assert minsheng(*fallen, "--revision", "new-homes=核减").code == 0


def test_warnings_are_told_and_stop_nothing(root: Path, minsheng: Minsheng) -> None:
    result = minsheng(
        "record",
        "住建局",
        "2024-05",
        "--set",
        "new-homes=1040",
        "--reported-on",
        "2024-06-02",
        "--ledger",
        root,
    )
    assert result.code == 0
    assert re.search(rf"^{HOUSING}:\d+:\d+: M430 警告 ", result.err, re.MULTILINE)
    assert re.search(rf"^{HOUSING}:\d+:\d+: M503 警告 ", result.err, re.MULTILINE)


def test_errors_in_other_files_stop_nothing(root: Path, minsheng: Minsheng) -> None:
    put(root, "department: transport\nreports:\n\t- x\n", "data/progress/transport.yaml")
    assert minsheng("record", "住建局", "2024-04", "--set", "new-homes=110", "--ledger", root).code == 0


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("new-homes: 104", "new-homes: &x 104", "M112"),
        ("new-homes: 104", "new-homes：104", "M106"),
        ("      new-homes: 104", "\tnew-homes: 104", "M105"),
        ("new-homes: 104", "new-homes: [104", "M1"),
        ("      new-homes: 104", "      new-homes: 104\n      new-homes: 105", "M117"),
        ("department: housing", "\ufeffdepartment: housing", "M102"),
        ("department: housing", "--- \ndepartment: housing\n---\nx: 1", "M116"),
    ],
)
def test_a_file_that_cannot_be_edited_safely(
    old: str, new: str, code: str, root: Path, minsheng: Minsheng
) -> None:
    text = (root / HOUSING).read_text("utf-8")
    assert old in text
    put(root, text.replace(old, new))
    before = contents(root)
    result = minsheng("record", "住建局", "2024-04", "--set", "rental-homes=30", "--ledger", root)
    assert result.code == 1
    assert f" {code}" in result.err
    assert f"{HOUSING} 现在读不准，没有写" in result.err
    assert contents(root) == before


def test_a_file_in_another_encoding(root: Path, minsheng: Minsheng) -> None:
    (root / HOUSING).write_bytes((root / HOUSING).read_text("utf-8").encode("gbk"))
    before = contents(root)
    result = minsheng("record", "住建局", "2024-04", "--set", "rental-homes=30", "--ledger", root)
    assert (result.code, contents(root)) == (1, before)
    assert "M101 错误" in result.err


def test_a_mistake_in_the_figure_itself_is_put_right(root: Path, minsheng: Minsheng) -> None:
    for wrong in ("104套", "", "[1, 2]", "{stage: 开工, note: 说明}", "~"):
        put(root, (root / HOUSING).read_text("utf-8").replace("new-homes: 104\n", f"new-homes: {wrong}\n"))
        assert minsheng("validate", "--ledger", root).code == 1
        result = minsheng("record", "住建局", "2024-04", "--set", "new-homes=104", "--ledger", root)
        assert result.code == 0, result.err
        text = (root / HOUSING).read_text("utf-8")
        written = "{done: 104, note: 说明}" if "说明" in wrong else "104"
        assert f"      new-homes: {written}\n" in text
        put(root, text.replace("{done: 104, note: 说明}", "104"))


def test_errors_elsewhere_in_the_file_stop_it(root: Path, minsheng: Minsheng) -> None:
    put(root, BLOCK.replace("new-homes: 72 ", "new-homes: 72套 "))
    result = minsheng("record", "住建局", "2024-04", "--set", "new-homes=110", "--ledger", root)
    assert result.code == 1
    assert "M402" in result.err
    assert (root / HOUSING).read_bytes().decode() == BLOCK.replace("new-homes: 72 ", "new-homes: 72套 ")


@pytest.mark.parametrize("broken", ["  start: 2024-01-01", "    lead: housing"])
def test_a_plan_with_an_error(broken: str, root: Path, minsheng: Minsheng) -> None:
    plan = (root / "data/projects.yaml").read_text("utf-8")
    put(root, plan.replace(broken, "", 1), "data/projects.yaml")
    before = contents(root)
    result = minsheng("record", "住建局", "2024-04", "--set", "new-homes=110", "--ledger", root)
    assert result.code == 1
    assert "计划文件有错，没有写" in result.err
    assert contents(root) == before


def test_a_comment_that_would_be_lost(root: Path, minsheng: Minsheng) -> None:
    text = BLOCK.replace(
        "        - fuxing                # 4栋楼\n", "        - fuxing  # 4栋楼\n        - dongguan\n"
    )
    put(root, text)
    result = minsheng("record", "住建局", "2024-03", "--set", "estates=光明小区", "--ledger", root)
    assert result.code == 1
    assert result.err == f"{HOUSING}第13行的写法，程序不敢替人改，没有写\n    请用编辑器改这一处\n"
    assert (root / HOUSING).read_bytes().decode() == text


def test_names_that_another_file_has_taken(root: Path, minsheng: Minsheng) -> None:
    (root / HOUSING).rename(root / "data/progress/housing.yml")
    result = minsheng("record", "住建局", "2024-04", "--set", "new-homes=110", "--ledger", root)
    assert (result.code, "M119" in result.err) == (1, True)
    (root / "data/progress/housing.yml").rename(root / "data/progress/house.yaml")
    result = minsheng("record", "住建局", "2024-04", "--set", "new-homes=110", "--ledger", root)
    assert (result.code, "M321" in result.err) == (1, True)
    assert not (root / HOUSING).exists()


def test_a_last_line_that_goes_on_is_left_to_a_person(root: Path, minsheng: Minsheng) -> None:
    """A note of several lines that ends the file would get a line end that it does not have."""
    path = root / HOUSING
    lines = path.read_text("utf-8").split("\n  - month: 2024-04")[0].rstrip("\n")
    path.write_text(f"{lines}\n    highlights:\n      - |\n        已经入住", "utf-8")
    before = contents(root)
    arguments = ("record", "housing", "2024-04", "--reported-on", "2024-05-03", "--set", "new-homes=131")
    result = minsheng(*arguments, "--ledger", root)
    assert (result.code, contents(root)) == (1, before)
    assert "程序不敢替人改，没有写" in result.err


def test_a_report_without_its_month_is_named_not_called_a_bug(root: Path, minsheng: Minsheng) -> None:
    path = root / HOUSING
    text = path.read_text("utf-8")
    path.write_text(text.replace("  - month: 2024-04", "  - mnth: 2024-04"), "utf-8")
    before = contents(root)
    result = minsheng("record", "housing", "2024-04", "--set", "new-homes=110", "--ledger", root)
    assert (result.code, contents(root)) == (1, before)
    assert "原来就有" in result.err
    assert "mnth" in result.err
