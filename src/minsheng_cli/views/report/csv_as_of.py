"""What the CSV report has beside a revision: which commit it is, what things were called then, the rows that are gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from minsheng_cli.status.comparison import Comparison
from minsheng_cli.views.csv_lines import Cell
from minsheng_cli.views.report.csv_changes import Fill, Seen, then
from minsheng_cli.views.report.csv_columns import columns, day_cell, marks
from minsheng_cli.views.report.facts import THEN
from minsheng_cli.views.report.known_then import gone_now, not_then
from minsheng_cli.views.report.rows import Rows

_NAMED = ("月份", "序号", "代号", "项目", "指标", "部门", "领域")
"""Columns that say which row it is, and are filled for one that is gone."""


def as_of_fills(comparison: Comparison, by: str, filled: dict[str, Fill]) -> dict[str, Fill]:
    """The columns of a comparison with the revision before them, and what the figures of then rest on behind."""
    as_of, plan = comparison.as_of, comparison.then.plan
    assert as_of is not None
    nature = marks(comparison.then, by)["数据性质"]
    names: dict[str, Fill] = {
        "project": {
            f"{THEN}项目": then(lambda each: each.project.name),
            f"{THEN}牵头单位": then(lambda each: plan.department_name(each.project.lead)),
        },
        "indicator": {
            f"{THEN}指标": then(lambda each: each.indicator.name),
            f"{THEN}责任单位": then(lambda each: plan.department_name(each.department)),
            f"{THEN}单位": then(lambda each: each.indicator.unit),
        },
        "department": {f"{THEN}部门": then(lambda each: each.name)},
        "area": {f"{THEN}领域": then(lambda each: each.name)},
    }[by]

    def rests_on(standing: Any) -> Cell:
        return nature((None, standing) if by == "indicator" else standing)

    said = "变化" if "变化" in filled else "状态变化"
    return {
        f"{THEN}提交": lambda _: as_of.commit,
        f"{THEN}提交日期": lambda _: day_cell(as_of.date),
        **names,
        **filled,
        said: _said(filled[said], by),
        f"{THEN}数据性质": then(rests_on),
    }


def _said(fill: Fill, by: str) -> Fill:
    """What is different; or that only one side has the row."""

    def cell(seen: Seen) -> Cell:
        if seen.change is not None or not seen.one:
            return fill(seen)
        return not_then(by) if seen.then is None else gone_now(by)

    return cell


def gone_lines(
    comparison: Comparison, rows: Rows, by: str, titles: Sequence[str], told: dict[str, Fill]
) -> list[list[Cell]]:
    """The lines of what only the revision has: what it was, and what was known of it."""
    shown: dict[str, Sequence[Any]] = {
        "project": rows.projects,
        "indicator": rows.indicators,
        "department": rows.departments,
        "area": rows.areas,
    }
    own = {title: fill for title, fill in columns(comparison.then, rows, by).items() if title in _NAMED}

    def cell(title: str, row: Any) -> Cell:
        if title in own:
            return own[title](row)
        return told[title](Seen(row[1] if by == "indicator" else row, None)) if title in told else None

    return [[cell(title, row) for title in titles] for row in shown[by]]
