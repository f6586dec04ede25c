"""What must hold for every ledger, whatever its figures: the rules of status.md as properties."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minsheng_cli.model.ledger import Ledger, assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.month import Month
from minsheng_cli.rules.context import Context
from minsheng_cli.rules.findings import findings
from minsheng_cli.source.folder import SourceFile
from minsheng_cli.status.rollup import roll_up
from minsheng_cli.status.standing import CountyStanding
from minsheng_cli.views.report.json import render
from minsheng_cli.views.report.rows import Choice, choose

KINDS = ("quantity", "decimal", "opening", "scaled", "coverage", "milestone", "trend")
SHAPES = {
    "quantity": "kind: quantity, target: 291, unit: 套",
    "decimal": "kind: quantity, target: 26.5, unit: 公里",
    "opening": "kind: quantity, target: 20, unit: 种, opening: 5",
    "scaled": "kind: quantity, target: 7.2, unit: 万人, report_unit: 人, scale: 10000",
    "coverage": "kind: coverage, unit: 户, target_percent: 98",
    "milestone": "kind: milestone, stages: [立项, 招标, 开工, 主体完工, 竣工验收]",
    "trend": "kind: trend, unit: 种, baseline_from: first report, direction: up",
}
STAGES = ("立项", "招标", "开工", "主体完工", "竣工验收")
TOPS = {
    "quantity": 330,
    "decimal": 300,
    "opening": 24,
    "scaled": 80000,
    "coverage": 500,
    "milestone": 4,
    "trend": 90,
}


@dataclass(frozen=True)
class Drawn:
    """One indicator: its kind and its figures by month, levels as fractions (of 1000) of a generous top."""

    kind: str
    levels: dict[int, int]


@st.composite
def indicators(draw: st.DrawFn) -> Drawn:
    kind = draw(st.sampled_from(KINDS))
    months = sorted(draw(st.sets(st.integers(1, 12), max_size=8)))
    levels = sorted(draw(st.lists(st.integers(0, 1000), min_size=len(months), max_size=len(months))))
    return Drawn(kind, dict(zip(months, levels, strict=True)))


counties = st.lists(indicators(), min_size=1, max_size=6)


def figure(kind: str, level: int) -> str:
    value = TOPS[kind] * level // 1000
    if kind == "decimal":
        return str(Decimal(value) / 10)
    if kind == "opening":
        return str(max(5, value))
    if kind == "coverage":
        return f"{{done: {value}, eligible: {max(value, 400 + level // 10)}}}"
    return STAGES[value] if kind == "milestone" else str(value)


def texts(county: list[Drawn], *, shuffle: int | None = None, last: int = 12) -> dict[str, str]:
    """The ledger's files: two departments take turns; `shuffle` turns files and keys around, figures stay."""
    plan = ["departments: {d0: {name: 甲局}, d1: {name: 乙局}}", "projects:"]
    for number, drawn in enumerate(county):
        keys = [f"no: {number + 1}", f"id: p{number}", f"name: 项目{number}", f"lead: d{number % 2}"]
        keys.append(f"indicators: [{{id: i{number}, name: 指标, {SHAPES[drawn.kind]}}}]")
        if shuffle is not None:
            random.Random(shuffle + number).shuffle(keys)
        plan += [f"  {'- ' if index == 0 else '  '}{key}" for index, key in enumerate(keys)]
    head = (
        "plan: {title: 计划, county: 县, year: 2023, lead: d0, start: 2023-01-01, deadlines: ["
        "{id: october, name: 基本完成, date: 2023-10-31, percent: 90, binding: false}, "
        "{id: december, name: 完成, date: 2023-12-31, percent: 100}]}"
    )
    plan = [*plan, head] if shuffle is not None else [head, *plan]
    files = {"data/projects.yaml": "\n".join(plan) + "\n"}
    for department in (0, 1):
        own = [(number, drawn) for number, drawn in enumerate(county) if number % 2 == department]
        lines = []
        for month in sorted({month for _, drawn in own for month in drawn.levels if month <= last}):
            figures = [
                f"i{number}: {figure(drawn.kind, drawn.levels[month])}"
                for number, drawn in own
                if month in drawn.levels
            ]
            if shuffle is not None:
                random.Random(shuffle).shuffle(figures)
            lines.append(
                f"  - {{month: 2023-{month:02d}, reported_on: 2023-{month:02d}-20, figures: {{{', '.join(figures)}}}}}"
            )
        body = ["reports: []"] if not lines else ["reports:", *lines]
        files[f"data/progress/d{department}.yaml"] = "\n".join([f"department: d{department}", *body]) + "\n"
    if shuffle is not None:
        files = dict(reversed(files.items()))
    return files


def ledger(files: dict[str, str]) -> Ledger:
    built = assemble(SourceFile(path, text.encode(), []) for path, text in files.items())
    wrong = [each for each in findings(Context(built, read_figures(built))) if each.severity == "error"]
    assert not wrong
    return built


def stand(built: Ledger, month: int) -> CountyStanding:
    return roll_up(built, read_figures(built), Month.of(2023, month))


def printed(county: CountyStanding) -> Any:
    return json.loads(render(county, choose(county, Choice())), parse_float=Decimal)


relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(counties, st.integers(1, 12))
def test_completion_is_within_0_and_1_and_a_hundred_is_never_early(county: list[Drawn], month: int) -> None:
    standing = stand(ledger(texts(county)), month)
    document = printed(standing)
    for project, shown in zip(standing.projects, document["projects"], strict=True):
        assert project.completion is None or 0 <= project.completion <= 1
        if shown["percent"] is not None:
            assert (shown["percent"] >= 100) == all(
                each.completion is None or each.completion == 1 for each in project.indicators
            )
        for each in shown["indicators"]:
            if each["kind"] in ("quantity", "milestone") and each["percent"] is not None:
                assert (each["percent"] >= 100) == (each["status"] == "completed")
    summary = document["summary"]
    assert sum(summary["by_status"].values()) == summary["projects"] == len(county)
    if summary["percent"] is not None and summary["percent"] >= 100:
        assert all(each["percent"] in (None, 100) for each in document["projects"])


@relaxed
@given(
    indicators().filter(lambda drawn: drawn.kind not in ("trend", "coverage") and bool(drawn.levels)),
    st.integers(0, 1000),
)
def test_completion_is_monotone_in_done(drawn: Drawn, more: int) -> None:
    last = max(drawn.levels)
    raised = Drawn(drawn.kind, {**drawn.levels, last: max(drawn.levels[last], more)})
    before = stand(ledger(texts([drawn])), 12).projects[0].completion
    after = stand(ledger(texts([raised])), 12).projects[0].completion
    assert before is not None and after is not None
    assert after >= before


@relaxed
@given(counties, st.integers(1, 12), st.integers(0, 99))
def test_the_order_of_files_and_keys_changes_nothing(county: list[Drawn], month: int, shuffle: int) -> None:
    plain = stand(ledger(texts(county)), month)
    turned = stand(ledger(texts(county, shuffle=shuffle)), month)
    assert printed(plain) == printed(turned)


@relaxed
@given(counties, st.integers(1, 12))
def test_a_later_month_changes_no_earlier_report(county: list[Drawn], month: int) -> None:
    assert printed(stand(ledger(texts(county, last=month)), month)) == printed(
        stand(ledger(texts(county)), month)
    )


@relaxed
@given(counties)
def test_a_passed_deadline_is_judged_for_good(county: list[Drawn]) -> None:
    built = ledger(texts(county))
    october, december = stand(built, 10), stand(built, 12)
    for then, now in zip(october.projects, december.projects, strict=True):
        assert [each.deadlines[0].status for each in then.indicators] == [
            each.deadlines[0].status for each in now.indicators
        ]
