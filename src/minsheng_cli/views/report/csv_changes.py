"""The columns that the CSV report has more of where another month is compared with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minsheng_cli.numbers import exact
from minsheng_cli.status.comparison import Comparison, GroupChange, IndicatorChange, ProjectChange
from minsheng_cli.status.standing import DepartmentStanding
from minsheng_cli.views.csv_lines import Cell
from minsheng_cli.views.report.changed import (
    group_line,
    indicator_line,
    project_line,
    status_change,
)
from minsheng_cli.views.report.csv_columns import (
    Columns,
    Pair,
    deadline_titles,
    month_cell,
    points_cell,
    rate_cell,
    target_cell,
    target_percent_cell,
    yes,
)
from minsheng_cli.views.report.facts import reporting
from minsheng_cli.views.words import deadline_status_word, done, status_word

THEN = "对比月"


def changed_columns(comparison: Comparison, by: str) -> Columns:
    """The month compared with, what it held, what is different."""
    month = month_cell(comparison.then.month)
    made = {"project": _projects, "indicator": _indicators, "department": _departments, "area": _areas}
    return {THEN: lambda _: month, **made[by](comparison)}


def _moved() -> dict[str, Callable[[ProjectChange | IndicatorChange], Cell]]:
    return {
        f"{THEN}总体": lambda change: status_word(change.then.status),
        "总体变化": status_change,
        "新完成": lambda change: yes(change.newly_completed),
        "新开工": lambda change: yes(change.newly_started),
    }


def _towards(place: int) -> Callable[[ProjectChange | IndicatorChange], Cell]:
    return lambda change: deadline_status_word(change.then.deadlines[place])


def _projects(comparison: Comparison) -> Columns:
    year = comparison.now.plan.plan.year
    made: dict[str, Callable[[ProjectChange], Cell]] = {
        **_moved(),
        f"{THEN}完成率（%）": lambda change: rate_cell(change.then.completion, full=change.then.full),
        "完成率增减（百分点）": lambda change: points_cell(change.completion),
    }
    titles = deadline_titles(comparison.now)
    made |= {f"{THEN}{title}状态": _towards(place) for place, title in enumerate(titles)}
    made["变化"] = lambda change: project_line(change, year)

    def of(fill: Callable[[ProjectChange], Cell]) -> Callable[[Any], Cell]:
        return lambda row: fill(comparison.projects[row.project.id])

    return {title: of(fill) for title, fill in made.items()}


def _indicators(comparison: Comparison) -> Columns:
    year = comparison.now.plan.plan.year
    made: dict[str, Callable[[IndicatorChange], Cell]] = {
        **_moved(),
        f"{THEN}目标": lambda change: target_cell(change.then),
        f"{THEN}目标覆盖率（%）": lambda change: target_percent_cell(change.then),
        f"{THEN}累计完成": lambda change: done(change.then),
        "累计完成增减": lambda change: None if change.done is None else exact(change.done),
        f"{THEN}底数": lambda change: change.then.point.reading.eligible if change.then.point else None,
        f"{THEN}节点": lambda change: change.then.point.reading.stage if change.then.point else None,
        f"{THEN}完成率（%）": lambda change: rate_cell(change.then.rate),
        "完成率增减（百分点）": lambda change: points_cell(change.rate),
        f"{THEN}沿用": lambda change: month_cell(change.then.carried_from),
        "有新月报": lambda change: yes(change.reported),
    }
    titles = deadline_titles(comparison.now)
    made |= {f"{THEN}{title}状态": _towards(place) for place, title in enumerate(titles)}
    made["变化"] = lambda change: indicator_line(change, year)

    def of(fill: Callable[[IndicatorChange], Cell]) -> Callable[[Pair], Cell]:
        return lambda pair: fill(comparison.indicators[pair[1].indicator.id])

    return {title: of(fill) for title, fill in made.items()}


def _departments(comparison: Comparison) -> Columns:
    def then(change: GroupChange) -> str:
        assert isinstance(change.then, DepartmentStanding)
        return reporting(change.then)

    return _groups(comparison.departments, {f"{THEN}报送": then})


def _areas(comparison: Comparison) -> Columns:
    return _groups(comparison.areas, {})


def _groups(changes: dict[str, GroupChange], more: dict[str, Callable[[GroupChange], Cell]]) -> Columns:
    made: dict[str, Callable[[GroupChange], Cell]] = {
        f"{THEN}完成率（%）": lambda change: rate_cell(change.then.completion, full=change.then.full),
        "完成率增减（百分点）": lambda change: points_cell(change.completion),
        **more,
        "状态变化": group_line,
    }

    def of(fill: Callable[[GroupChange], Cell]) -> Callable[[Any], Cell]:
        """Nothing for the projects of no area, which have no mean."""
        return lambda row: fill(changes[row.id]) if row.id in changes else None

    return {title: of(fill) for title, fill in made.items()}
