"""The columns that the CSV report has more of where another month, or a revision, is compared with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from minsheng_cli.numbers import exact
from minsheng_cli.status.comparison import Comparison, GroupChange, IndicatorChange, ProjectChange
from minsheng_cli.status.standing import DepartmentStanding, IndicatorStanding, ProjectStanding
from minsheng_cli.views.csv_lines import Cell
from minsheng_cli.views.report.changed import (
    group_line,
    indicator_line,
    project_line,
    status_change,
)
from minsheng_cli.views.report.csv_columns import (
    Columns,
    month_cell,
    target_cell,
    target_percent_cell,
    yes,
)
from minsheng_cli.views.report.facts import THEN, in_percent, in_points, reporting
from minsheng_cli.views.words import deadline_status_word, deadline_word, done, status_word

MONTH = "对比月"


class Seen(NamedTuple):
    """A row as it was then, and what is different; no change where only one side has it, no then where only today's."""

    then: Any
    change: Any
    one: bool = True
    """It is one project, one area …; not so the projects of no area, which have no mean."""


Fill = Callable[[Seen], Cell]


def changed_columns(comparison: Comparison, by: str, fills: dict[str, Fill]) -> Columns:
    """What the other side held, and what is different."""
    changes: dict[str, Any] = getattr(comparison, f"{by}s")

    def of(fill: Fill) -> Callable[[Any], Cell]:
        def cell(row: Any) -> Cell:
            name = row.project.id if by == "project" else row[1].indicator.id if by == "indicator" else row.id
            change = changes.get(name)
            return fill(Seen(change and change.then, change, bool(name)))

        return cell

    return {title: of(fill) for title, fill in fills.items()}


def changed_fills(comparison: Comparison, by: str) -> dict[str, Fill]:
    """The columns' titles, and how each is filled."""
    made = {"project": _projects, "indicator": _indicators, "department": _departments, "area": _areas}
    if comparison.as_of is not None:
        return made[by](comparison, THEN)
    month = month_cell(comparison.then.month)
    return {MONTH: lambda _: month, **made[by](comparison, MONTH)}


def then(fill: Callable[[Any], Cell]) -> Fill:
    """A cell that tells of then."""
    return lambda seen: None if seen.then is None else fill(seen.then)


def _change(fill: Callable[[Any], Cell]) -> Fill:
    """A cell that tells of the difference."""
    return lambda seen: None if seen.change is None else fill(seen.change)


def _moved(word: str) -> dict[str, Fill]:
    return {
        f"{word}总体": then(lambda each: status_word(each.status)),
        "总体变化": _change(status_change),
        "新完成": _change(lambda change: yes(change.newly_completed)),
        "新开工": _change(lambda change: yes(change.newly_started)),
    }


def _towards(comparison: Comparison, word: str) -> dict[str, Fill]:
    """The statuses towards today's deadlines, as far as they were deadlines then."""
    plan = comparison.now.plan.plan

    def of(name: str) -> Callable[[ProjectStanding | IndicatorStanding], Cell]:
        return lambda standing: next(
            (deadline_status_word(each) for each in standing.deadlines if each.deadline.id == name), None
        )

    return {f"{word}{deadline_word(each, plan.year)}状态": then(of(each.id)) for each in plan.in_order}


def _projects(comparison: Comparison, word: str) -> dict[str, Fill]:
    def line(change: ProjectChange) -> Cell:
        return project_line(change, comparison)

    return {
        **_moved(word),
        f"{word}完成率（%）": then(lambda each: in_percent(each.completion, full=each.full)),
        "完成率增减（百分点）": _change(lambda change: in_points(change.completion)),
        **_towards(comparison, word),
        "变化": _change(line),
    }


def _indicators(comparison: Comparison, word: str) -> dict[str, Fill]:
    def line(change: IndicatorChange) -> Cell:
        return indicator_line(change, comparison)

    return {
        **_moved(word),
        f"{word}目标": then(target_cell),
        f"{word}目标覆盖率（%）": then(target_percent_cell),
        f"{word}累计完成": then(done),
        "累计完成增减": _change(lambda change: None if change.done is None else exact(change.done)),
        f"{word}底数": then(lambda each: each.point.reading.eligible if each.point else None),
        f"{word}节点": then(lambda each: each.point.reading.stage if each.point else None),
        f"{word}完成率（%）": then(lambda each: in_percent(each.rate)),
        "完成率增减（百分点）": _change(lambda change: in_points(change.rate)),
        f"{word}沿用": then(lambda each: month_cell(each.carried_from)),
        "有新月报": _change(lambda change: yes(change.reported)),
        **_towards(comparison, word),
        "变化": _change(line),
    }


def _departments(comparison: Comparison, word: str) -> dict[str, Fill]:
    def was(each: DepartmentStanding) -> Cell:
        return reporting(each)

    return _groups(comparison, word, {f"{word}报送": then(was)})


def _areas(comparison: Comparison, word: str) -> dict[str, Fill]:
    return _groups(comparison, word, {})


def _groups(comparison: Comparison, word: str, more: dict[str, Fill]) -> dict[str, Fill]:
    def line(change: GroupChange) -> Cell:
        return group_line(change, comparison)

    return {
        f"{word}完成率（%）": then(lambda each: in_percent(each.completion, full=each.full)),
        "完成率增减（百分点）": _change(lambda change: in_points(change.completion)),
        **more,
        "状态变化": _change(line),
    }
