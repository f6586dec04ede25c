"""Every worked case of the rules (cases.yaml), run as a one-indicator ledger through the command."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import Minsheng, write_ledger

CASES = yaml.load((Path(__file__).parent / "cases.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
PLAN = """\
plan:
  title: 测试计划
  county: 测试县
  year: 2023
  lead: office
  start: 2023-01-01
  deadlines:
    - {{id: october, name: 基本完成, date: 2023-10-31, percent: 90, binding: false}}
    - {{id: december, name: 完成, date: 2023-12-31, percent: 100, binding: true}}
departments:
  office: {{name: 测试局}}
projects:
  - no: 1
    id: project
    name: 测试项目
    lead: office
    indicators:
      - {indicator}
"""


def flow(value: Any) -> str:
    """A value in YAML's flow style, every text as typed."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return str(value)


def ledger_of(case: dict[str, Any], root: Path) -> Path:
    plan = PLAN.format(indicator=flow({"id": "it", "name": "指标", **case["indicator"]}))
    lines = ["department: office"]
    if "schedule" in case:
        lines.append(f"schedule: {flow({'it': case['schedule']})}")
    if not case["reports"]:
        lines.append("reports: []")
    else:
        lines.append("reports:")
    for month, figure in case["reports"].items():
        lines += [
            f"  - month: {month}",
            f"    reported_on: {month}-28",
            f"    figures: {{it: {flow(figure)}}}",
        ]
    return write_ledger(root, {"projects.yaml": plan, "progress/office.yaml": "\n".join(lines) + "\n"})


def printed(text: str, target: str) -> Decimal:
    """An exact value of a case as status.md prints what is derived."""
    places = max(2, len(target.partition(".")[2]))
    value = Fraction(text)
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path, minsheng: Minsheng) -> None:
    root = ledger_of(case, tmp_path)
    result = minsheng("report", "--ledger", root, "--month", case["month"], "--format", "json")
    assert result.code == 0, result.err
    project = result.json["projects"][0]
    indicator = project["indicators"][0]
    target = case["indicator"].get("target", "1")
    counted = case["indicator"]["kind"] == "quantity"
    deadlines = {each["id"]: each for each in indicator["deadlines"]}

    expect = case["expect"]
    assert indicator["status"] == project["status"] == expect["status"]
    assert indicator["percent"] == (None if expect["percent"] == "null" else Decimal(expect["percent"]))
    for each in deadlines.values():
        assert each["pace"] == (None if expect["pace"] == "null" else printed(expect["pace"], target))

    for name in ("october", "december"):
        wanted, got = case[name], deadlines[name]
        assert got["status"] == wanted["status"], name
        assert got["met_in"] == wanted.get("met_in"), name
        if "forecast" in wanted or counted:
            assert got["forecast"] == wanted.get("forecast"), name
        if "expected" in wanted and counted:
            assert got["expected"] == printed(wanted["expected"], target), name
        elif "expected" in wanted:
            assert got["expected"] is None
            assert got["expected_percent"] == Decimal(wanted["expected"]) * 100
        if "gap" in wanted:
            assert got["gap"] == Decimal(wanted["gap"]), name
        if "pace_needed" in wanted:
            assert got["pace_needed"] == printed(wanted["pace_needed"], target), name
        elif counted and case["reports"]:
            assert got["pace_needed"] is None, name
