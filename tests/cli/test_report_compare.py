"""report --compare: which months can be compared, and what each kind of indicator says of the two."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Minsheng, in_long_run, write_ledger

YUNXI = ROOT / "tests" / "ledgers" / "yunxi"
PLAN = """
plan:
  title: 试
  county: 试
  year: 2025
  lead: a
  start: 2025-01-01
  deadlines:
    - {id: aim, name: 基本完成, date: 2025-06-30, percent: 50, binding: false}
    - {id: end, name: 完成, date: 2025-12-31, percent: 100}
departments: {a: {name: 甲局}, b: {name: 乙局}}
projects:
  - no: 1
    id: one
    name: 一
    lead: a
    indicators:
      - {id: homes, name: 新房, kind: quantity, target: 10, unit: 套, opening: 2, adjustments: [{date: 2025-05-01, target: 8, reason: 迁, document: 一号}]}
      - {id: checks, name: 筛查, kind: coverage, unit: 人}
      - {id: school, name: 学校, kind: milestone, stages: [开工, 封顶, 竣工]}
  - no: 2
    id: two
    name: 二
    lead: b
    indicators:
      - {id: visits, name: 就诊, kind: trend, unit: 次, baseline_from: first report, direction: up}
      - {id: total, name: 总量, kind: total, target: 5, unit: 个, of: [new], baseline: 2}
      - {id: new, name: 新增, kind: quantity, target: 3, unit: 个, part_of: total}
"""
A = """
department: a
sample: true
reports:
  - {month: 2025-03, reported_on: 2025-04-01, figures: {homes: 4, checks: 5, school: 未启动}}
  - {month: 2025-05, reported_on: 2025-06-01, figures: {homes: 4, checks: {done: 6, eligible: 6}, school: 封顶}}
  - {month: 2025-06, reported_on: 2025-07-01, figures: {homes: {done: 3, revision: 重复统计}, checks: {done: 6, eligible: 8}, school: 封顶}}
"""
B = """
department: b
reports:
  - {month: 2025-04, reported_on: 2025-05-01, figures: {visits: 30, new: 1}}
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    checks = A.replace("checks: 5,", "checks: {done: 5},")
    return write_ledger(tmp_path, {"projects.yaml": PLAN, "progress/a.yaml": checks, "progress/b.yaml": B})


def document(minsheng: Minsheng, root: Path, now: str, then: str, *more: str) -> Any:
    result = minsheng(
        "report", "--ledger", root, "--month", now, "--compare", then, "--format", "json", *more
    )
    assert result.code == 0, result.err
    return result.json


def indicators(found: Any) -> dict[str, Any]:
    return {each["id"]: each for project in found["projects"] for each in project["indicators"]}


def line(minsheng: Minsheng, root: Path, now: str, then: str, name: str) -> str:
    """What the table says of an indicator, below its row."""
    shown = minsheng("report", "--ledger", root, "--month", now, "--compare", then, "--by", "indicator").out
    lines = shown.splitlines()
    row = next(place for place, each in enumerate(lines) if f"{name}（" in each and "增减" not in each)
    return lines[row + 1].strip()


@pytest.mark.parametrize("month", ["2025-02", "2026-01", "7月", "2025-7"])
def test_a_month_that_cannot_be_is_refused(month: str, minsheng: Minsheng) -> None:
    result = minsheng("report", "--ledger", YUNXI, "--compare", month)
    assert (result.code, result.out) == (2, "")
    assert month in result.err


def test_a_month_is_not_compared_with_itself(minsheng: Minsheng) -> None:
    result = minsheng("report", "--ledger", YUNXI, "--compare", "2025-07")
    assert (result.code, result.out) == (2, "")
    assert "2025-07 不能和自己比" in result.err
    assert "--compare 2025-06" in result.err
    first = minsheng("report", "--ledger", YUNXI, "--month", "2025-03", "--compare", "2025-03")
    assert first.code == 2
    assert "2025-02" not in first.err, "which is not of the plan"


def test_a_later_month_is_compared_and_said_to_be_later(minsheng: Minsheng) -> None:
    table = minsheng("report", "--ledger", YUNXI, "--month", "2025-05", "--compare", "2025-07").out
    assert "5月与7月比" in table
    assert "7月在5月之后" in table
    assert "7月在5月之后" not in minsheng("report", "--ledger", YUNXI, "--compare", "2025-05").out
    found = document(minsheng, YUNXI, "2025-05", "2025-07")
    assert found["compare"]["month"] == "2025-07"
    assert found["compare"]["summary"]["percent_change"] < 0


def test_without_it_nothing_is_compared(minsheng: Minsheng) -> None:
    plain = minsheng("report", "--ledger", YUNXI, "--format", "json")
    assert '"compare"' not in plain.out
    with_it = document(minsheng, YUNXI, "2025-07", "2025-05")

    def stripped(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: stripped(item) for key, item in value.items() if key != "compare"}
        return [stripped(item) for item in value] if isinstance(value, list) else value

    assert stripped(with_it) == plain.json, "the rest stays the report of its month"


def test_what_each_kind_says_of_then_and_now(ledger: Path, minsheng: Minsheng) -> None:
    found = indicators(document(minsheng, ledger, "2025-06", "2025-03"))
    homes = found["homes"]["compare"]
    assert (homes["target"], homes["done"], homes["done_change"]) == (10, 4, -1)
    assert (homes["percent"], homes["percent_change"]) == (Decimal("40.0"), Decimal("-2.5"))
    checks = found["checks"]["compare"]
    assert (checks["done"], checks["eligible"], checks["percent"], checks["percent_change"]) == (
        5,
        None,
        None,
        None,
    )
    assert (checks["done_change"], checks["status"]) == (1, "unreported")
    school = found["school"]["compare"]
    assert (school["stage"], school["started"], school["newly_started"]) == ("未启动", False, True)
    assert school["deadlines"] == [{"id": "aim", "status": "on-track"}, {"id": "end", "status": "on-track"}]
    visits = found["visits"]["compare"]
    assert (visits["done"], visits["done_change"], visits["percent"], visits["reported"]) == (
        None,
        None,
        None,
        True,
    )
    total = found["total"]["compare"]
    assert (total["done"], total["done_change"]) == (None, None)
    carried = indicators(document(minsheng, ledger, "2025-06", "2025-05"))["visits"]["compare"]
    assert (carried["reported"], carried["carried_from"], carried["done_change"]) == (False, "2025-04", 0)


@pytest.mark.parametrize(
    ("now", "then", "name", "said"),
    [
        ("2025-05", "2025-03", "新房", "仍为4/8套（原目标10），目标由10改为8套"),
        ("2025-06", "2025-03", "新房", "4→3/8套（原目标10），减1套，目标由10改为8套"),
        ("2025-05", "2025-03", "筛查", "5人，底数未报→6/6人（100.0%）"),
        ("2025-06", "2025-05", "筛查", "6/6人（100.0%）→6/8人（75.0%）"),
        ("2025-05", "2025-03", "学校", "未启动→封顶"),
        ("2025-06", "2025-05", "学校", "仍为封顶"),
        ("2025-05", "2025-03", "就诊", "未报→30次（基数月）"),
        ("2025-06", "2025-04", "就诊", "仍为30次（基数月）（4月以来没有新报数）"),
        ("2025-02", "2025-01", "就诊", "一直没有报数"),
        ("2025-03", "2025-05", "总量", "3/5个→未报"),
    ],
)
def test_the_figures_in_words(
    now: str, then: str, name: str, said: str, ledger: Path, minsheng: Minsheng
) -> None:
    assert line(minsheng, ledger, now, then, name).endswith(said)


def test_a_file_left_out_is_said_to_be_in_every_format(ledger: Path, minsheng: Minsheng) -> None:
    path = ledger / "data" / "progress" / "a.yaml"
    path.write_text(path.read_text("utf-8").replace("homes: 4", "homes: 4套"), "utf-8")
    common = ("report", "--ledger", ledger, "--month", "2025-06", "--compare", "2025-04", "--allow-invalid")
    assert "【台账有错】甲局的文件有错" in minsheng(*common).out
    assert "部门的文件有错，没有算入" in minsheng(*common, "--by", "indicator").out
    markdown = minsheng(*common, "--format", "markdown").out
    assert "> 【台账有错】甲局的文件有错，没有算入，有关指标按0计：data/progress/a.yaml" in markdown
    for by in ("project", "indicator", "department"):
        rows = list(csv.DictReader(io.StringIO(minsheng(*common, "--format", "csv", "--by", by).out)))
        assert all("台账有错" in row["数据性质"] for row in rows)
        assert any("文件有错，没有算入，按0计" in row["备注"] for row in rows)


@pytest.mark.parametrize("sort", ["percent", *map(in_long_run, ["plan", "status", "计划", "状态", "完成率"])])
@pytest.mark.parametrize("by", ["project", "indicator", "department", "area"])
def test_rows_and_their_order_are_those_without_it(by: str, sort: str, minsheng: Minsheng) -> None:
    common = ("report", "--ledger", ROOT, "--month", "2023-08", "--by", by, "--sort", sort, "--format", "csv")
    for more in ((), ("--department", "民政局"), ("--status", "滞后")):
        without, with_it = (
            list(csv.DictReader(io.StringIO(minsheng(*common, *more, *option).out)))
            for option in ((), ("--compare", "2023-06"))
        )
        assert without
        assert [{name: row[name] for name in without[0]} for row in with_it] == without


def test_the_note_on_rounding_is_there_only_where_it_is_needed(ledger: Path, minsheng: Minsheng) -> None:
    assert (
        "可能差0.1" in minsheng("report", "--ledger", ROOT, "--month", "2023-08", "--compare", "2023-07").out
    )
    assert (
        "可能差0.1"
        not in minsheng("report", "--ledger", ledger, "--month", "2025-02", "--compare", "2025-01").out
    )
