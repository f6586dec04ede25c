"""report as a person runs it: months, names, filters, files, broken ledgers."""

from __future__ import annotations

import os
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from tests.conftest import ROOT, Minsheng, write_ledger

YUNXI = ROOT / "tests" / "ledgers" / "yunxi"


@pytest.fixture
def yunxi(tmp_path: Path) -> Path:
    return Path(shutil.copytree(YUNXI, tmp_path / "yunxi"))


def break_file(root: Path, name: str = "water", old: str = "9.125", new: str = "9.125千米") -> None:
    path = root / "data" / "progress" / f"{name}.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_the_month_defaults_to_the_latest_reported(minsheng: Minsheng, yunxi: Path) -> None:
    assert minsheng("report", "--ledger", yunxi, "--format", "json").json["month"] == "2025-07"


@pytest.mark.parametrize("month", ["2025-02", "2026-01", "2025-13", "2025-7", "七月", "2025-07-01"])
def test_a_month_that_cannot_be_is_refused_in_one_sentence(
    month: str, minsheng: Minsheng, yunxi: Path
) -> None:
    result = minsheng("report", "--ledger", yunxi, "--month", month)
    assert result.code == 2
    assert result.out == ""
    assert month in result.err


@pytest.mark.parametrize("month", ["2025-03", "2025-12"])
def test_any_month_of_the_plan_will_do(month: str, minsheng: Minsheng, yunxi: Path) -> None:
    assert minsheng("report", "--ledger", yunxi, "--month", month).code == 0


def test_nothing_reported_yet(minsheng: Minsheng, yunxi: Path) -> None:
    for path in (yunxi / "data" / "progress").iterdir():
        path.unlink()
    result = minsheng("report", "--ledger", yunxi)
    assert (result.code, result.out) == (2, "")
    assert "还没有一个部门报过月报" in result.err
    assert "部门的文件放在 data/progress 里" in result.err
    asked = minsheng("report", "--ledger", yunxi, "--month", "2025-04", "--format", "json").json
    assert asked["summary"]["by_status"]["unreported"] == 3
    assert asked["unreported"] == ["gov-office", "water", "education"]


@pytest.mark.parametrize("wish", ["2", "kindergartens", "公办幼儿园", "营养改善计划"])
def test_a_project_by_number_id_or_part_of_its_name(wish: str, minsheng: Minsheng, yunxi: Path) -> None:
    result = minsheng("report", "--ledger", yunxi, "--project", wish, "--format", "json")
    assert [each["id"] for each in result.json["projects"]] == ["kindergartens"]
    assert result.json["summary"]["projects"] == 3, "the summary stays the whole ledger's"


@pytest.mark.parametrize("wish", ["education", "教育局", "云溪县教育局", "教育"])
def test_a_department_by_id_short_name_or_part(wish: str, minsheng: Minsheng, yunxi: Path) -> None:
    result = minsheng("report", "--ledger", yunxi, "--department", wish, "--format", "json")
    assert [each["id"] for each in result.json["departments"]] == ["education"]
    assert [each["no"] for each in result.json["projects"]] == [2]


def test_a_name_that_fits_several_or_none(minsheng: Minsheng, yunxi: Path) -> None:
    several = minsheng("report", "--ledger", yunxi, "--department", "云溪县")
    assert several.code == 2
    assert "县府办（gov-office）" in several.err
    assert "云溪县水利局（water）" in several.err
    none = minsheng("report", "--ledger", yunxi, "--project", "地铁")
    assert none.code == 2
    assert "3 便民大厅（hall）" in none.err


def test_status_filter_takes_the_word_or_its_id(minsheng: Minsheng, yunxi: Path) -> None:
    word = minsheng("report", "--ledger", yunxi, "--status", "预警", "--format", "json").json
    name = minsheng("report", "--ledger", yunxi, "--status", "at-risk", "--format", "json").json
    assert word == name
    assert [each["no"] for each in word["projects"]] == [1, 3]


def test_figures_keep_the_digits_that_were_typed(minsheng: Minsheng, yunxi: Path) -> None:
    text = minsheng("report", "--ledger", yunxi, "--month", "2025-04", "--format", "json").out
    assert '"done": 3.50,' in text


def test_an_adjusted_target_shows_both_from_its_month_on(minsheng: Minsheng, yunxi: Path) -> None:
    def people(month: str) -> tuple[Decimal, Decimal | None]:
        document = minsheng("report", "--ledger", yunxi, "--month", month, "--format", "json").json
        found = document["projects"][0]["indicators"][1]
        return found["target"], found["original_target"]

    assert people("2025-06") == (Decimal("0.86"), None)
    assert people("2025-07") == (Decimal("0.8412"), Decimal("0.86"))


def test_an_invalid_ledger_is_not_published(minsheng: Minsheng, yunxi: Path) -> None:
    break_file(yunxi)
    result = minsheng("report", "--ledger", yunxi)
    assert (result.code, result.out) == (1, "")
    assert "data/progress/water.yaml:8:22: M402" in result.err
    assert "没有输出结果" in result.err


def test_allow_invalid_leaves_the_broken_file_out_and_says_so(minsheng: Minsheng, yunxi: Path) -> None:
    break_file(yunxi)
    table = minsheng("report", "--ledger", yunxi, "--allow-invalid")
    assert table.code == 0
    assert "data/progress/water.yaml" in table.out
    assert "【台账有错】云溪县水利局的文件有错" in table.out
    assert "部门的文件有错，没有算入" in table.out
    assert "未报：云溪县水利局" not in table.out, "it may well have reported"
    document = minsheng("report", "--ledger", yunxi, "--allow-invalid", "--format", "json").json
    assert document["left_out"] == ["data/progress/water.yaml"]
    assert document["unreported"] == ["water"]
    assert [each["id"] for each in document["departments"] if each["left_out"]] == ["water"]


def test_a_broken_plan_cannot_be_left_out(minsheng: Minsheng, yunxi: Path) -> None:
    plan = yunxi / "data" / "projects.yaml"
    plan.write_text(plan.read_text("utf-8").replace("target: 2\n", "target: 2所\n"), "utf-8")
    result = minsheng("report", "--ledger", yunxi, "--allow-invalid")
    assert (result.code, result.out) == (1, "")
    assert "data/projects.yaml" in result.err


def test_output_is_written_whole_or_not_at_all(minsheng: Minsheng, yunxi: Path, tmp_path: Path) -> None:
    target = tmp_path / "8月.json"
    result = minsheng("report", "--ledger", yunxi, "--output", target)
    assert (result.code, result.out) == (0, "")
    assert "已写入" in result.err
    whole = target.read_text("utf-8")
    assert whole == minsheng("report", "--ledger", yunxi, "--format", "json").out
    break_file(yunxi)
    assert minsheng("report", "--ledger", yunxi, "--output", target).code == 1
    assert target.read_text("utf-8") == whole
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["8月.json"]


def test_output_follows_a_link_and_never_replaces_a_device(
    minsheng: Minsheng, yunxi: Path, tmp_path: Path
) -> None:
    target, link, pipe = tmp_path / "real.txt", tmp_path / "link.txt", tmp_path / "pipe.txt"
    target.write_text("old", "utf-8")
    link.symlink_to(target)
    assert minsheng("report", "--ledger", yunxi, "--output", link).code == 0
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("云溪县")
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert minsheng("report", "--ledger", yunxi, "--output", pipe).code == 0
    assert pipe.is_fifo()
    assert os.read(reader, 1 << 16).decode().startswith("云溪县")
    os.close(reader)


def test_output_to_a_place_that_is_not_there(minsheng: Minsheng, yunxi: Path, tmp_path: Path) -> None:
    result = minsheng("report", "--ledger", yunxi, "--output", tmp_path / "没有" / "x.txt")
    assert result.code == 2
    assert "文件夹不存在" in result.err


def test_without_a_binding_deadline_the_last_one_binds(minsheng: Minsheng, yunxi: Path) -> None:
    plan = yunxi / "data" / "projects.yaml"
    plan.write_text(
        plan.read_text("utf-8").replace(
            "      percent: 100\n", "      percent: 100\n      binding: false\n", 1
        ),
        "utf-8",
    )
    document = minsheng("report", "--ledger", yunxi, "--month", "2025-12", "--format", "json").json
    assert [each["deadlines"][0]["binding"] for each in document["projects"]] == [True] * 3
    assert document["summary"]["by_status"]["missed"] == 3


def test_one_wrong_month_is_one_finding(minsheng: Minsheng, yunxi: Path) -> None:
    break_file(yunxi, "water", "month: 2025-05", "month: 2026-05")
    found = minsheng("validate", "--ledger", yunxi, "--format", "json").json["findings"]
    assert [(each["code"], each["line"]) for each in found if each["severity"] == "error"] == [("M325", 6)]


def test_text_from_files_cannot_act_on_the_terminal(minsheng: Minsheng, tmp_path: Path) -> None:
    plan = (YUNXI / "data" / "projects.yaml").read_text("utf-8")
    plan = plan.replace("name: 便民大厅\n    lead", 'name: "厅\\e[31m\\u202e\\nX"\n    lead')
    root = write_ledger(tmp_path, {"projects.yaml": plan})
    for arguments in (("report", "--month", "2025-05"), ("report", "--month", "2025-05", "--format", "json")):
        result = minsheng(*arguments, "--ledger", root)
        assert result.code == 0, result.err
        assert not {"\x1b", "\u202e"} & set(result.out)
    table = minsheng("report", "--month", "2025-05", "--ledger", root).out
    assert "厅<001B>[31m<202E><000A>X" in table
