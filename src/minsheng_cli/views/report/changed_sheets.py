"""The rows of a report for a reader where another month is compared with: then, now, and what is different."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from minsheng_cli.status.comparison import Comparison, GroupChange
from minsheng_cli.status.standing import DepartmentStanding, GroupStanding
from minsheng_cli.views.grid import Column, Row
from minsheng_cli.views.lines import Span
from minsheng_cli.views.report.changed import (
    figures,
    group_line,
    indicator_line,
    month_words,
    project_line,
    rounding,
    whys,
)
from minsheng_cli.views.report.facts import points, problems
from minsheng_cli.views.report.notes import project_marks
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.report.sheets import (
    INDICATOR_TITLE,
    Sheet,
    deadline_cells,
    deadline_columns,
    departments_in_order,
    indicator_name,
    legend,
    loose,
    project_row,
    project_title,
    report_cell,
)
from minsheng_cli.views.report.words import reason
from minsheng_cli.views.words import rate_word, status_word


def changed_sheet(comparison: Comparison, rows: Rows, by: str, *, wide: bool) -> Sheet:
    """The rows asked for, those without a change among them."""
    return {"project": _projects, "indicator": _indicators, "department": _departments, "area": _areas}[by](
        comparison, rows, wide
    )


def _columns(comparison: Comparison) -> list[Column]:
    old, new = month_words(comparison)
    return [Column(f"{old}完成", True), Column(f"{new}完成", True), Column("增减", True)]


_Side = tuple[Fraction | None, bool | None]
"""A rate, and for a mean whether all that it counts are at their full target."""


def _rates(then: _Side, now: _Side, change: Fraction | None, *, moved: bool) -> list[Span]:
    """Then, now, the difference; marked where the status is another (`moved`)."""
    return [
        (rate_word(then[0], full=then[1]), ""),
        (rate_word(now[0], full=now[1]), ""),
        (points(change), "changed" if moved else ""),
    ]


def _title(comparison: Comparison) -> str:
    return f"比{month_words(comparison)[0]}"


def _legend(comparison: Comparison, rows: Rows, by: str) -> list[str]:
    marks = ["增减：完成率增减的百分点。", *rounding(comparison, rows, by)]
    return legend(comparison.now, rows, by, marks)


def _projects(comparison: Comparison, rows: Rows, wide: bool) -> Sheet:
    county, title = comparison.now, _title(comparison)
    deadlines = deadline_columns(county, wide=wide)
    columns = [
        Column("序号", True, True),
        *_columns(comparison),
        Column("总体"),
        *deadlines.values(),
    ]
    made = []
    for each in rows.projects:
        change = comparison.projects[each.project.id]
        then = change.then
        cells = [
            (str(each.project.no), ""),
            *_rates(
                (then.completion, then.full),
                (each.completion, each.full),
                change.completion,
                moved=change.status_changed,
            ),
            (status_word(each.status), each.status),
            *deadline_cells(each, list(deadlines)),
        ]
        below = [_said(title, project_line(change, county.plan.plan.year)), *whys(change)]
        marks = project_marks(county, each, increments=False)
        made.append(project_row(county, each, cells, below, marks, wide=wide, apart="　"))
    return Sheet(columns, project_title(wide=wide), title, made, legend=_legend(comparison, rows, "project"))


def _indicators(comparison: Comparison, rows: Rows, wide: bool) -> Sheet:
    county, year = comparison.now, comparison.now.plan.plan.year
    deadlines = deadline_columns(county, wide=wide)
    columns = [
        Column("序号", True, True),
        *_columns(comparison),
        Column("总体"),
        *deadlines.values(),
    ]
    made = []
    for project, each in rows.indicators:
        change = comparison.indicators[each.indicator.id]
        cells = [
            (str(project.project.no), ""),
            *_rates((change.then.rate, None), (each.rate, None), change.rate, moved=change.status_changed),
            (status_word(each.status), each.status),
            *deadline_cells(each, list(deadlines)),
        ]
        why = reason(each) if change.reported else ""
        below = list(filter(None, [indicator_line(change, year) or figures(change, year), why]))
        made.append(Row(cells, indicator_name(county, project, each), below))
    return Sheet(
        columns, INDICATOR_TITLE, _title(comparison), made, legend=_legend(comparison, rows, "indicator")
    )


def _group(change: GroupChange, now: GroupStanding) -> list[Span]:
    then = change.then
    return [
        *_rates(
            (then.completion, then.full),
            (now.completion, now.full),
            change.completion,
            moved=bool(change.moved),
        ),
        (f"{len(now.projects)}件", ""),
    ]


def _departments(comparison: Comparison, rows: Rows, wide: bool) -> Sheet:
    year = comparison.now.plan.plan.year

    def row(each: DepartmentStanding) -> Row:
        change = comparison.departments[each.id]
        below = [*_moved(change, _title(comparison)), *([problems(each.problems)] if each.problems else [])]
        return Row([*_group(change, each), report_cell(each, year)], each.name, below)

    columns = [*_columns(comparison), Column("项目", True), Column("报送")]
    made = [row(each) for each in departments_in_order(rows)]
    return Sheet(columns, "部门", "状态变化和问题", made, legend=_legend(comparison, rows, "department"))


def _areas(comparison: Comparison, rows: Rows, wide: bool) -> Sheet:
    made = []
    for each in rows.areas:
        change = comparison.areas[each.id]
        made.append(Row(_group(change, each), each.name, _moved(change, _title(comparison))))
    columns = [*_columns(comparison), Column("项目", True)]
    return Sheet(
        columns,
        "领域",
        "状态变化",
        made,
        after=loose(rows),
        legend=_legend(comparison, rows, "area"),
    )


def _moved(change: GroupChange, title: str) -> Sequence[str]:
    said = group_line(change)
    return [_said(title, said)] if said else []


def _said(title: str, words: str) -> str:
    return f"{title}：{words}"
