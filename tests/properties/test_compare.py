"""Whatever the figures: every format of a comparison holds the two months' own numbers."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minsheng_cli.status.compare import compare
from minsheng_cli.views.grid import plain
from minsheng_cli.views.report import csv as csv_format
from minsheng_cli.views.report import json as json_format
from minsheng_cli.views.report import markdown, table
from minsheng_cli.views.report.rows import Choice, choose
from tests.properties.test_rules import Drawn, counties, ledger, relaxed, stand, texts

TENTH = Decimal("0.1")


@pytest.mark.parametrize("by", ["project", "indicator", "department", "area"])
@relaxed
@given(counties, st.integers(1, 12), st.integers(1, 12))
def test_each_side_is_its_own_months_report(by: str, county: list[Drawn], month: int, other: int) -> None:
    built = ledger(texts(county))
    now, then = stand(built, month), stand(built, other)
    found = compare(then, now)
    rows = choose(now, Choice(by=by))
    shown = json.loads(json_format.render(now, rows, found), parse_float=Decimal)
    own = json.loads(json_format.render(then, choose(then, Choice())), parse_float=Decimal)
    for project, before in zip(shown["projects"], own["projects"], strict=True):
        for one, early in zip(
            [project, *project["indicators"]], [before, *before["indicators"]], strict=True
        ):
            side = one["compare"]
            assert {name: side[name] for name in early.keys() & side.keys() - {"deadlines"}} == {
                name: early[name] for name in early.keys() & side.keys() - {"deadlines"}
            }
            if None not in (one["percent"], early["percent"]):
                assert abs(one["percent"] - early["percent"] - side["percent_change"]) <= TENTH
            assert side["newly_completed"] == (one["status"] == "completed" != early["status"])
    written = csv_format.render(now, rows, by, found).removeprefix("\ufeff")
    lines = list(csv.DictReader(io.StringIO(written, newline="")))
    if by == "project":
        for line, project in zip(lines, shown["projects"], strict=True):
            change = project["compare"]["percent_change"]
            assert line["完成率增减（百分点）"] == ("" if change is None else str(change))
            assert (line["总体变化"] != "") == (project["no"] in shown["compare"]["status_changed"])
    count = len(lines)
    assert markdown.render(now, rows, by, found).count("\n| ") == (count + 2 if by != "area" else 0)
    for cells in (None, 80, 40, 10):
        assert plain(table.render(now, rows, by, cells, found))


@relaxed
@given(counties, st.integers(2, 12))
def test_against_the_month_before_it_is_the_increment(county: list[Drawn], month: int) -> None:
    built = ledger(texts(county))
    found = compare(stand(built, month - 1), stand(built, month))
    for each in found.projects.values():
        assert each.completion == each.now.increment
