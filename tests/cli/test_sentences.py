"""How sentences meet that departments wrote with a full stop or without, and other joints of what is printed."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from minsheng_cli.views.cells import width
from tests.conftest import ROOT, Minsheng, write_ledger

PLAN = """
plan:
  title: 试
  county: 试
  year: 2024
  lead: water
  start: 2024-03-01
  deadlines:
    - {id: aim, name: 基本完成, date: 2024-10-31, percent: 90, binding: false}
    - {id: end, name: 全面完成, date: 2024-12-31, percent: 100}
areas: {home: 住有所居}
departments:
  water: {name: 水利局}
  roads: {name: 交通运输局}
projects:
  - no: 1
    id: one
    name: 供水
    lead: water
    area: home
    indicators:
      - id: pipes
        name: 管网
        kind: quantity
        target: 100
        unit: 千米
        adjustments:
          - {date: 2024-06-15, target: 80, reason: 线路缩短。, document: 试政办〔2024〕3号}
      - {id: level, name: 水质, kind: trend, direction: up, baseline: 80, unit: 分}
      - {id: plant, name: 水厂, kind: milestone, stages: [开工, 主体完工, 启用]}
  - {no: 2, id: two, name: 道路, lead: roads, partners: [water], indicators: [{id: km, name: 里程, kind: quantity, target: 9, unit: 公里}]}
"""
WATER = """
department: water
reports:
  - month: 2024-05
    reported_on: 2024-06-03
    figures: {pipes: 18, level: 81, plant: 开工}
    problems: [资金未到位。, 手续未办完！, 人手不足]
  - month: 2024-08
    reported_on: 2024-09-03
    figures: {pipes: {done: 40, note: 雨季停工。}, level: 82, plant: 开工}
    problems: [资金未到位。, 人手不足。]
    highlights: [通过验收。, 开放参观]
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path, {"projects.yaml": PLAN, "progress/water.yaml": WATER})


@pytest.mark.parametrize("more", [(), ("--compare", "2024-05")], ids=["plain", "compare"])
@pytest.mark.parametrize("by", ["project", "indicator", "department"])
def test_no_two_signs_stand_where_one_belongs(
    by: str, more: tuple[str, ...], ledger: Path, minsheng: Minsheng
) -> None:
    for format_ in ("table", "markdown", "csv"):
        text = minsheng(
            "report", "--ledger", ledger, "--month", "2024-08", "--by", by, "--format", format_, *more
        ).out
        for pair in ("。。", "。；", "。，", "；；", "：。", "，，"):
            assert pair not in text, format_
    assert "。，" not in minsheng("show", "1", "--ledger", ledger).out


def test_remarks_in_one_cell(ledger: Path, minsheng: Minsheng) -> None:
    text = minsheng("report", "--ledger", ledger, "--month", "2024-08", "--format", "csv").out
    first = next(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert first["问题"] == "资金未到位；人手不足。"
    assert first["亮点"] == "通过验收；开放参观"


def test_a_column_of_changes_does_not_repeat_its_title(ledger: Path, minsheng: Minsheng) -> None:
    text = minsheng(
        "report", "--ledger", ledger, "--month", "2024-08", "--compare", "2024-05", "--format", "markdown"
    ).out
    assert "| 比5月 |" in text
    assert "比5月：" not in text


def test_deadlines_count_in_the_order_of_the_statuses(minsheng: Minsheng) -> None:
    said = minsheng("report", "--ledger", ROOT, "--month", "2023-10").out.splitlines()
    assert said[2] == "已完成5件　正常8件　滞后7件"
    assert said[4] == "12月底高标准、高质量完成：已达标5件、正常8件、滞后7件"


def test_what_was_never_reported(ledger: Path, minsheng: Minsheng) -> None:
    assert "里程还没有报数" in minsheng("report", "--ledger", ledger, "--project", "2").out


def test_since_when_a_figure_is_new_by_the_title_of_its_column(ledger: Path, minsheng: Minsheng) -> None:
    lines = minsheng("show", "1", "--ledger", ledger).out.splitlines()
    august = [line for line in lines if line.startswith("   8月  ")]
    assert ["新增为5月以来" in line for line in august] == [True, False, False]
    assert ["增减为5月以来" in line for line in august] == [False, True, False]


def test_a_change_since_a_report_of_another_target_is_none_of_that_report(
    ledger: Path, minsheng: Minsheng
) -> None:
    """In July the same 18 were more of a smaller target: the gain is July's, not May's."""
    shown = minsheng("show", "1", "--ledger", ledger).out
    assert "比上月增13.8个百分点" in shown
    assert "本月栏为5月以来" not in minsheng("report", "--ledger", ledger).out
    plan = ledger / "data" / "projects.yaml"
    plan.write_text(plan.read_text("utf-8").replace("2024-06-15", "2024-05-15"), "utf-8")
    assert "比5月增13.8个百分点" in minsheng("show", "1", "--ledger", ledger).out
    assert "本月栏为5月以来" in minsheng("report", "--ledger", ledger).out


def test_labels_stay_whole_on_a_narrow_screen(
    ledger: Path, minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = minsheng("show", "2", "--ledger", ledger).out.splitlines()
    assert {"牵头单位：交通运输局", "配合单位：水利局", "领域：未归类"} <= set(lines)
    assert max(map(width, lines)) <= 40


def test_without_areas_no_empty_table(ledger: Path, minsheng: Minsheng) -> None:
    plan = ledger / "data" / "projects.yaml"
    plan.write_text(
        plan.read_text("utf-8").replace("areas: {home: 住有所居}\n", "").replace("    area: home\n", ""),
        "utf-8",
    )
    for format_ in ("table", "markdown"):
        text = minsheng("report", "--ledger", ledger, "--by", "area", "--format", format_).out
        assert "未归类：供水、道路" in text
        assert "完成率  " not in text
        assert "| --- |" not in text
        assert "\n\n\n" not in text


def test_nothing_is_said_of_a_schedule_in_a_file_that_was_left_out(ledger: Path, minsheng: Minsheng) -> None:
    """It may have one, and figures for every month: only that they could not be read is known."""
    broken = ledger / "data" / "progress" / "water.yaml"
    broken.write_text(broken.read_text("utf-8").replace("pipes: 18", "pipes: 18千米"), "utf-8")
    common = ("--ledger", ledger, "--month", "2024-11", "--allow-invalid")
    shown = minsheng("show", "1", *common).out
    assert "部门的文件有错，没有算入" in shown
    for claim in ("没有报数", "没有排", "默认序时", "现在应"):
        assert claim not in shown
    assert "目标80千米" in shown
    for format_ in ("table", "markdown", "csv"):
        text = minsheng("report", *common, "--project", "1", "--format", format_).out
        assert "没有算入" in text
        assert "默认序时" not in text
        text = minsheng("report", *common, "--project", "1", "--format", format_, "--compare", "2024-05").out
        assert "没有新报数" not in text


def test_a_summary_names_no_more_projects_than_are_read(ledger: Path, minsheng: Minsheng) -> None:
    plan, roads = ledger / "data" / "projects.yaml", ledger / "data" / "progress" / "roads.yaml"
    one = plan.read_text("utf-8").splitlines()[-1]
    more = [
        one.replace("no: 2", f"no: {number}")
        .replace("two", f"p{number}")
        .replace("km", f"k{number}")
        .replace("道路", f"道路{number}段")
        for number in range(3, 28)
    ]
    plan.write_text(plan.read_text("utf-8") + "\n".join(more) + "\n", "utf-8")
    figures = "".join(f"      k{number}: 9\n" for number in range(3, 28))
    roads.write_text(
        f"department: roads\nreports:\n  - month: 2024-08\n    reported_on: 2024-09-03\n    figures:\n{figures}",
        "utf-8",
    )
    text = minsheng("report", "--ledger", ledger, "--compare", "2024-05").out
    assert "新完成25件：道路3段、" in text
    assert "、道路22段等\n" in text
    assert "道路27段" in text, "below it stands with the others"


def test_at_least_stays_with_the_whole_target_and_goes_with_a_share_of_it(minsheng: Minsheng) -> None:
    shown = minsheng("show", "12", "--ledger", ROOT, "--month", "2023-08").out
    assert "要求15人以上，" in shown
    assert "要求14人（目标的90%），" in shown


def test_what_is_lacking_now_is_not_said_of_the_month_of_the_deadline(minsheng: Minsheng) -> None:
    """10月底 was 1095人 short; what is short in November is said to be so now."""
    common = ("show", "10", "--ledger", ROOT, "--month")
    assert "到10月为7.0905万人，还差1095人" in minsheng(*common, "2023-10").out
    assert "到10月为7.0905万人，现在还差154人" in minsheng(*common, "2023-11").out


def test_a_deadline_that_was_moved_says_so_wherever_it_is_judged_by(
    tmp_path: Path, minsheng: Minsheng
) -> None:
    end = "{id: end, name: 全面完成, date: 2024-12-31, percent: 100}"
    moved = (
        "{id: end, name: 全面完成, date: 2025-01-20, percent: 100, adjustments: "
        "[{date: 2025-01-20, was: 2024-12-31, reason: 汛期停工。, document: 试政办〔2024〕9号}]}"
    )
    root = write_ledger(tmp_path, {"projects.yaml": PLAN.replace(end, moved), "progress/water.yaml": WATER})
    said = "时限调整：“全面完成”由12月31日调整为1月20日，原因：汛期停工，文号：试政办〔2024〕9号"
    for arguments in (
        ("report",),
        ("report", "--by", "department"),
        ("report", "--format", "markdown"),
        ("show", "1"),
    ):
        assert minsheng(*arguments, "--ledger", root, "--month", "2024-08").out.count(said) == 1, arguments
    assert (
        "时限调整"
        not in minsheng(
            "report", "--ledger", write_ledger(tmp_path / "as planned", {"projects.yaml": PLAN})
        ).out
    )
