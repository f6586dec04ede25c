"""show as a person runs it: names, months, widths, files, broken ledgers."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path

import pytest

from minsheng_cli.views.cells import width
from tests.cli.test_report import break_file
from tests.conftest import ROOT, Minsheng, in_long_run, write_ledger

YUNXI = ROOT / "tests" / "ledgers" / "yunxi"
BAR = re.compile(r"^ +(?:[0-9]{4}年)?[0-9]{1,2}月 +([#.-]{4,20})(?= )", re.MULTILINE)


@pytest.fixture
def yunxi(tmp_path: Path) -> Path:
    return Path(shutil.copytree(YUNXI, tmp_path / "yunxi"))


def test_the_month_defaults_to_the_latest_reported(minsheng: Minsheng, yunxi: Path) -> None:
    assert minsheng("show", "1", "--ledger", yunxi, "--format", "json").json["month"] == "2025-07"
    assert minsheng("show", "1", "--ledger", yunxi, "--month", "2026-01").code == 2


@pytest.mark.parametrize("wish", ["2", "kindergartens", "公办幼儿园", "营养改善计划"])
def test_a_project_by_number_id_or_part_of_its_name(wish: str, minsheng: Minsheng, yunxi: Path) -> None:
    assert minsheng("show", wish, "--ledger", yunxi, "--format", "json").json["project"]["no"] == 2


def test_a_name_that_fits_none_or_several_lists_the_choices(minsheng: Minsheng) -> None:
    none = minsheng("show", "地铁", "--ledger", ROOT)
    assert (none.code, none.out) == (2, "")
    assert "没有“地铁”这个项目" in none.err
    assert "7 义务教育学校扩容提质工程（school-expansion）" in none.err
    several = minsheng("show", "老", "--ledger", ROOT)
    assert (several.code, several.out) == (2, "")
    for label in (
        "2 城镇老旧小区改造工程（old-communities）",
        "12 养老服务人才队伍素质能力提升工程（elderly-carers）",
    ):
        assert label in several.err


@pytest.mark.parametrize(
    ("columns", "month"),
    [
        (40, "2023-08"),
        in_long_run(80, "2023-08"),
        in_long_run(64, "2023-10"),
        in_long_run(40, "2023-12"),
        in_long_run(80, "2023-12"),
        in_long_run(80, "2023-02"),
    ],
)
def test_nothing_is_wider_than_the_screen_and_bars_stand_below_each_other(
    columns: int, month: str, minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No row of a bar holds a sign that some terminals draw in one cell and some in two."""
    monkeypatch.setenv("COLUMNS", str(columns))
    bars = 0
    for number in range(1, 21):
        out = minsheng("show", str(number), "--ledger", ROOT, "--month", month).out
        assert max(map(width, out.splitlines())) <= columns
        assert not re.findall(r"^ *[，。；：、）].*", out, re.MULTILINE)
        for block in out.split("\n\n"):
            rows = [found for line in block.splitlines() if (found := BAR.match(line))]
            assert len({(width(each[0]), len(each[1])) for each in rows}) <= 1
            assert not [
                sign for each in rows for sign in each.string if unicodedata.east_asian_width(sign) == "A"
            ]
            bars += len(rows)
    assert bars > 100 or month == "2023-02"


def test_off_a_terminal_nothing_is_wrapped(minsheng: Minsheng) -> None:
    out = minsheng("show", "5", "--ledger", ROOT, "--month", "2023-08").out
    assert "还差151座，每月需75.5座，近期每月55座，照此预计11月达到\n" in out


def test_a_long_row_takes_two_lines_on_a_narrow_screen_and_keeps_every_figure(
    minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = minsheng("show", "6", "--ledger", ROOT, "--month", "2023-09").out.splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith("   9月 #"))
    assert [line.strip() for line in lines[at + 1 : at + 3]] == [
        "累计4061 新增-26 应完成3900",
        "10月底应4212 10月底预警 更正",
    ]


def test_an_invalid_ledger_is_not_shown(minsheng: Minsheng, yunxi: Path) -> None:
    break_file(yunxi)
    result = minsheng("show", "1", "--ledger", yunxi)
    assert (result.code, result.out) == (1, "")
    assert "data/progress/water.yaml:8:22: M402" in result.err
    assert "报表" not in result.err, "it was not a report that was asked for"


def test_allow_invalid_says_what_was_left_out_and_whether_it_matters(minsheng: Minsheng, yunxi: Path) -> None:
    break_file(yunxi)
    own = minsheng("show", "1", "--ledger", yunxi, "--allow-invalid")
    assert own.code == 0
    assert "【台账有错】云溪县水利局的文件有错" in own.out
    assert "部门的文件有错，没有算入" in own.out
    assert "未报：" not in own.out, "it may well have reported"
    other = minsheng("show", "3", "--ledger", yunxi, "--allow-invalid")
    assert "本项目的指标不受影响" in other.out
    document = minsheng("show", "3", "--ledger", yunxi, "--allow-invalid", "--format", "json").json
    assert document["left_out"] == ["data/progress/water.yaml"]


def test_output_to_a_file(minsheng: Minsheng, yunxi: Path, tmp_path: Path) -> None:
    target = tmp_path / "3.json"
    result = minsheng("show", "3", "--ledger", yunxi, "--output", target)
    assert (result.code, result.out) == (0, "")
    assert "已写入" in result.err
    assert target.read_text("utf-8") == minsheng("show", "3", "--ledger", yunxi, "--format", "json").out
    text = tmp_path / "3.txt"
    assert (
        minsheng("show", "3", "--ledger", yunxi, "--output", text, "--quiet", "--color", "always").err == ""
    )
    assert text.read_text("utf-8") == minsheng("show", "3", "--ledger", yunxi).out
    assert minsheng("show", "3", "--ledger", yunxi, "--output", yunxi / "data" / "3.txt").code == 2


def test_nothing_reported_yet(minsheng: Minsheng, yunxi: Path) -> None:
    for path in (yunxi / "data" / "progress").iterdir():
        path.unlink()
    assert minsheng("show", "1", "--ledger", yunxi).code == 2
    text = minsheng("show", "1", "--ledger", yunxi, "--month", "2025-04")
    assert text.code == 0
    assert "还没有报数" in text.out
    assert "未报：云溪县水利局3月、4月" in text.out


def test_parts_stand_below_their_whole(minsheng: Minsheng, yunxi: Path) -> None:
    plan = yunxi / "data" / "projects.yaml"
    text = plan.read_text("utf-8").replace(
        "      - {id: pipes, name: 供水管网, kind: quantity, target: 41.75, unit: 千米}\n",
        "      - {id: rebuilt, name: 改建, kind: quantity, target: 5.5, unit: 千米, part_of: pipes}\n"
        "      - {id: other, name: 另一项, kind: quantity, target: 5, unit: 个}\n"
        "      - {id: pipes, name: 供水管网, kind: quantity, target: 41.75, unit: 千米}\n",
    )
    plan.write_text(text, "utf-8")
    out = minsheng("show", "1", "--ledger", yunxi).out
    heads = re.findall(r"^(\S+)　(?:未报|预警)$", out, re.MULTILINE)
    assert heads == ["另一项", "供水管网", "其中：改建", "受益人口"]


def test_text_from_files_cannot_act_on_the_terminal(
    minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil = r"\e[31m\u202e\nX"
    data = YUNXI / "data"
    files = {path.relative_to(data).as_posix(): path.read_text("utf-8") for path in data.rglob("*.yaml")}
    plan = files["projects.yaml"].replace("name: 便民大厅\n    lead", f'name: "厅{evil}"\n    lead')
    plan = plan.replace("stages: {开工: 25, 封顶: 60", f'stages: {{开工: 25, "封{evil}": 60')
    plan = plan.replace("unit: 项, baseline", f'unit: "项{evil}", note: "注{evil}", baseline')
    office = files["progress/gov-office.yaml"].replace("stage: 封顶", f'stage: "封{evil}"')
    office = office.replace("note: 主体已验收", f'note: "主{evil}"').replace("一个窗口", f'"窗{evil}" #')
    office = office.replace(f'"窗{evil}" #改作咨询台}}', f'"窗{evil}"}}')
    office += f'    problems: ["难{evil}"]\n'
    root = write_ledger(tmp_path, {**files, "projects.yaml": plan, "progress/gov-office.yaml": office})
    for columns in ("", "40", "80"):
        monkeypatch.setenv("COLUMNS", columns)
        for shape in ("text", "json"):
            result = minsheng("show", "3", "--ledger", root, "--format", shape)
            assert result.code == 0, result.err
            assert not {"\x1b", "\u202e"} & set(result.out)
    monkeypatch.delenv("COLUMNS")
    text = minsheng("show", "3", "--ledger", root).out
    for word in "厅封项注主窗难":
        assert f"{word}<001B>[31m<202E><000A>X" in text, word
