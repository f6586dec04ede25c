"""A project month by month says of each month exactly what a report of that month says."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from minsheng_cli.cli.loading import Sound, publishable
from minsheng_cli.month import Month
from minsheng_cli.status.months import MOST_MONTHS, month_by_month
from minsheng_cli.status.rollup import roll_up
from minsheng_cli.status.standing import CountyStanding
from tests.conftest import ROOT, Minsheng, write_ledger
from tests.status.test_cases import CASES, ledger_of

YUNXI = ROOT / "tests" / "ledgers" / "yunxi"


def yunxi_files() -> dict[str, str]:
    data = YUNXI / "data"
    return {path.relative_to(data).as_posix(): path.read_text("utf-8") for path in data.rglob("*.yaml")}


def months_of(sound: Sound) -> list[Month]:
    header = sound.plan.plan
    return [header.first_month + number for number in range(header.last_month - header.first_month + 1)]


def agree(sound: Sound, months: list[Month]) -> None:
    """Every project, looked at in each of `months`, against the reports of all months up to it."""

    @cache
    def county(month: Month) -> CountyStanding:
        return roll_up(sound.ledger, sound.figures, month)

    for last in months:
        for place, project in enumerate(sound.plan.projects):
            history = month_by_month(sound.ledger, sound.figures, project, last)
            assert [each.month for each in history.months] == [
                each for each in months_of(sound) if each <= last
            ]
            for each in history.months:
                assert each.standing == county(each.month).projects[place]
                departments = {one.id: one for one in county(each.month).departments}
                for one in each.deliveries:
                    whole = departments[one.department]
                    assert (one.reported_on, one.late) == (whole.reported_on, whole.late)


@pytest.mark.parametrize("ledger", [ROOT, YUNXI], ids=["xian", "yunxi"])
def test_each_month_is_what_its_report_says(ledger: Path) -> None:
    sound = publishable(ledger, allow_invalid=False)
    agree(sound, months_of(sound))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_each_month_of_a_worked_case(case: dict[str, Any], tmp_path: Path) -> None:
    sound = publishable(ledger_of(case, tmp_path), allow_invalid=False)
    agree(sound, months_of(sound)[-1:])


@pytest.mark.parametrize("ledger", [ROOT, YUNXI], ids=["xian", "yunxi"])
def test_the_documents_agree(ledger: Path, minsheng: Minsheng) -> None:
    """The same over the commands: the project, and every field of a month under its name."""

    @cache
    def report(month: str) -> list[Any]:
        document = minsheng("report", "--ledger", ledger, "--month", month, "--format", "json").json
        return list(document["projects"])

    count = len(publishable(ledger, allow_invalid=False).plan.projects)
    for place in range(count):
        shown = minsheng("show", str(place + 1), "--ledger", ledger, "--format", "json").json
        assert shown["project"] == report(shown["month"])[place]
        assert shown["months"][-1]["month"] == shown["month"]
        for number, month in enumerate(shown["months"]):
            whole = report(month["month"])[place]
            rows = [{**each["months"][number], "id": each["id"]} for each in shown["indicators"]]
            assert_part(month, whole, "month", "reports")
            for row, there in zip(rows, whole["indicators"], strict=True):
                assert row["month"] == month["month"]
                assert_part(row, there, "month", "deadlines")
                for one, other in zip(row["deadlines"], there["deadlines"], strict=True):
                    assert_part(one, other)


def test_a_total_adds_up_what_other_projects_report(tmp_path: Path) -> None:
    """Also over several steps, and whose file was left out is known."""
    files = yunxi_files()
    files["projects.yaml"] += """\
      - {id: all-windows, name: 窗口总数, kind: total, target: 60, unit: 个, of: [windows, kindergartens-and-pipes]}
      - {id: kindergartens-and-pipes, name: 合计, kind: total, target: 44, unit: 个, of: [new-kindergartens, pipes]}
"""
    root = write_ledger(tmp_path, files)
    sound = publishable(root, allow_invalid=False)
    agree(sound, months_of(sound)[-2:])
    hall = sound.plan.projects[2]
    left_out = ["data/progress/water.yaml"]
    history = month_by_month(sound.ledger, sound.figures, hall, Month.of(2025, 7), left_out)
    assert history.missing == ["water"]
    windows = history.standing.indicators[3]
    assert windows.indicator.id == "all-windows"
    assert windows.point is not None
    assert windows.point.done == 5 + 1 + 20


def assert_part(part: dict[str, Any], whole: dict[str, Any], *apart: str) -> None:
    """Every field of `part` but some is in `whole`, with the same value."""
    names = part.keys() - set(apart)
    assert {name: part[name] for name in names} == {name: whole[name] for name in names}


def test_an_earlier_month_is_judged_with_the_target_that_was_in_force(minsheng: Minsheng) -> None:
    shown = minsheng("show", "1", "--ledger", YUNXI, "--format", "json").json
    people = shown["indicators"][1]
    targets = {each["month"]: str(each["target"]) for each in people["months"]}
    assert targets == {
        "2025-03": "0.86",
        "2025-04": "0.86",
        "2025-05": "0.86",
        "2025-06": "0.86",
        "2025-07": "0.8412",
    }
    assert str(people["plan_target"]) == "0.86"
    assert [each["date"] for each in people["adjustments"]] == ["2025-07-10"]
    earlier = minsheng("show", "1", "--ledger", YUNXI, "--month", "2025-06", "--format", "json").json
    assert earlier["indicators"][1]["adjustments"] == []


def test_only_the_files_that_it_rests_on_make_it_a_sample(tmp_path: Path) -> None:
    files = yunxi_files()
    files["progress/water.yaml"] = files["progress/water.yaml"].replace(
        "reports:", "sample: true\nreports:", 1
    )

    def samples(root: Path) -> list[bool]:
        sound = publishable(root, allow_invalid=False)
        return [
            month_by_month(sound.ledger, sound.figures, each, Month.of(2025, 7)).sample
            for each in sound.plan.projects
        ]

    assert samples(write_ledger(tmp_path / "figures", files)) == [True, False, False]
    about = "problems: [{project: hall, text: 水表未装}]\n    figures: {pipes: 3.50"
    files["progress/water.yaml"] = files["progress/water.yaml"].replace("figures: {pipes: 3.50", about, 1)
    assert samples(write_ledger(tmp_path / "remark", files)) == [True, False, True]


def test_a_plan_that_begins_long_ago_is_looked_at_from_its_latest_months(
    tmp_path: Path, minsheng: Minsheng
) -> None:
    files = yunxi_files()
    files["projects.yaml"] = files["projects.yaml"].replace("start: 2025-03-01", "start: 1025-03-01")
    root = write_ledger(tmp_path, files)
    shown = minsheng("show", "1", "--ledger", root, "--format", "json").json
    assert len(shown["months"]) == MOST_MONTHS
    assert shown["months"][-1]["month"] == "2025-07"
    text = minsheng("show", "1", "--ledger", root).out
    assert f"只列最近{MOST_MONTHS}个月" in text
