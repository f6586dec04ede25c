"""The county's plan against a second, independently typed table (promised.csv): every number of it."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Minsheng

with (Path(__file__).parent / "promised.csv").open(encoding="utf-8", newline="") as file:
    PROMISED = list(csv.DictReader(file))


@pytest.fixture
def document(minsheng: Minsheng) -> Any:
    result = minsheng("report", "--ledger", ROOT, "--month", "2023-08", "--format", "json")
    assert result.code == 0, result.err
    return result.json


def test_all_twenty_projects_and_nothing_else(document: Any) -> None:
    typed = {(int(row["project_no"]), row["project_id"], row["project_name"]) for row in PROMISED}
    assert {(each["no"], each["id"], each["name"]) for each in document["projects"]} == typed
    assert len(typed) == 20
    assert [each["no"] for each in document["projects"]] == list(range(1, 21))


def test_every_indicator_in_the_plan_s_order(document: Any) -> None:
    ids = [each["id"] for project in document["projects"] for each in project["indicators"]]
    assert ids == [row["indicator_id"] for row in PROMISED]
    assert len(ids) == 38


@pytest.mark.parametrize("row", PROMISED, ids=[row["indicator_id"] for row in PROMISED])
def test_every_number_unit_and_relation(row: dict[str, str], document: Any) -> None:
    project = document["projects"][int(row["project_no"]) - 1]
    found = next(each for each in project["indicators"] if each["id"] == row["indicator_id"])
    assert found["kind"] == row["kind"]
    assert found["unit"] == row["unit"]
    assert found["target"] == (Decimal(row["target"]) if row["target"] else None)
    assert found["original_target"] is None
    assert found["at_least"] is (row["at_least"] == "true")
    assert found["part_of"] == (row["part_of"] or None)
    assert found["weight"] == Decimal(row["weight"])
    assert found["report_unit"] == (row["report_unit"] or None)
    assert found["scale"] == (Decimal(row["scale"]) if row["scale"] else None)
    assert list(found["items"] or ()) == (row["items"].split("|") if row["items"] else [])
    if row["baseline"]:
        assert found["baseline"] == Decimal(row["baseline"])


def test_the_two_deadlines(document: Any) -> None:
    for project in document["projects"]:
        first, last = project["deadlines"]
        assert (first["name"], first["date"], first["required_percent"], first["binding"]) == (
            "基本完成",
            "2023-10-31",
            90,
            False,
        )
        assert (last["name"], last["date"], last["required_percent"], last["binding"]) == (
            "高标准、高质量完成",
            "2023-12-31",
            100,
            True,
        )


def test_what_is_inferred_says_so(document: Any) -> None:
    for project in document["projects"]:
        assert "lead" in project["inferred"]
        assert ("area" in project["inferred"]) is (project["area"] is not None)
    total = next(each for each in document["projects"][7]["indicators"] if each["kind"] == "total")
    assert total["inferred"] == ["baseline"]


def test_october_s_percentage_has_its_basis() -> None:
    text = (ROOT / "data" / "projects.yaml").read_text("utf-8")
    october = text.split("id: october")[1].split("id: december")[0]
    assert "basis:" in october
    assert "力争" in october


STORY = {
    "2023-08": {"completed": 3, "on-track": 10, "behind": 3, "at-risk": 2, "not-started": 2},
    "2023-12": {"completed": 17, "missed": 3},
}


@pytest.mark.parametrize("month", STORY)
def test_the_illustrative_year(month: str, minsheng: Minsheng) -> None:
    """August shows every state that work can be in; December is an honest end of year."""
    document = minsheng("report", "--ledger", ROOT, "--month", month, "--format", "json").json
    assert document["sample"] is True
    assert {status: count for status, count in document["summary"]["by_status"].items() if count} == STORY[
        month
    ]


def test_the_illustrative_year_has_what_real_years_have(minsheng: Minsheng) -> None:
    august = minsheng("report", "--ledger", ROOT, "--month", "2023-08", "--format", "json").json
    assert august["unreported"] == ["transport"]
    assert august["late"] == ["women"]
    assert [each["no"] for each in august["projects"] if each["carried_from"] == "2023-07"] == [4]
    october = minsheng("report", "--ledger", ROOT, "--month", "2023-10", "--format", "json").json
    assert sum(each["deadlines"][0]["status"] == "missed" for each in october["projects"]) == 5
    revised = [
        each["id"]
        for month in ("2023-05", "2023-09")
        for project in minsheng("report", "--ledger", ROOT, "--month", month, "--format", "json").json[
            "projects"
        ]
        for each in project["indicators"]
        if each["revision"]
    ]
    assert revised == ["shantytown-units", "urban-jobs"]
