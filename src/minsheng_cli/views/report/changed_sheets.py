"""The rows of a report for a reader where another month, or a revision, is compared with: then, now, the difference."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from minsheng_cli.status.comparison import Comparison, GroupChange
from minsheng_cli.status.standing import DepartmentStanding, GroupStanding, ProjectStanding
from minsheng_cli.views.grid import Column, Row
from minsheng_cli.views.lines import Span
from minsheng_cli.views.report.changed import (
    group_line,
    indicator_line,
    project_line,
    rounding,
    side_words,
    why,
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
    made = {"project": _projects, "indicator": _indicators, "department": _departments, "area": _areas}[by](
        comparison, rows, wide
    )
    if comparison.as_of is None:
        return made
    from minsheng_cli.views.report.known_then import gone

    return made._replace(after=[*made.after, *gone(rows, by)])


def _columns(comparison: Comparison) -> list[Column]:
    old, new = side_words(comparison)
    return [Column(f"{old}完成", True), Column(f"{new}完成", True), Column("增减", True)]


_Side = tuple[Fraction | None, bool | None]
"""A rate, and for a mean whether all that it counts are at their full target."""
_NOTHING: _Side = (None, None)


def _rates(then: _Side, now: _Side, change: Fraction | None, *, moved: bool) -> list[Span]:
    """Then, now, the difference; marked where the status is another (`moved`)."""
    return [
        (rate_word(then[0], full=then[1]), ""),
        (rate_word(now[0], full=now[1]), ""),
        (points(change), "changed" if moved else ""),
    ]


def _mean(standing: ProjectStanding | GroupStanding) -> _Side:
    return standing.completion, standing.full


def _new(now: _Side) -> list[Span]:
    """The same of what only today's ledger has."""
    return _rates(_NOTHING, now, None, moved=True)


def _not_then(by: str) -> str:
    from minsheng_cli.views.report.known_then import not_then

    return not_then(by)


def _title(comparison: Comparison) -> str:
    return f"比{side_words(comparison)[0]}"


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
        change = comparison.projects.get(each.project.id)
        if change is None:
            rates, below = _new(_mean(each)), [_not_then("project")]
        else:
            rates = _rates(_mean(change.then), _mean(each), change.completion, moved=change.status_changed)
            below = [_said(title, project_line(change, comparison)), *whys(change)]
        cells = [
            (str(each.project.no), ""),
            *rates,
            (status_word(each.status), each.status),
            *deadline_cells(each, list(deadlines)),
        ]
        marks = project_marks(county, each, increments=False)
        made.append(project_row(county, each, cells, below, marks, wide=wide, apart="　"))
    return Sheet(columns, project_title(wide=wide), title, made, legend=_legend(comparison, rows, "project"))


def _indicators(comparison: Comparison, rows: Rows, wide: bool) -> Sheet:
    county = comparison.now
    deadlines = deadline_columns(county, wide=wide)
    columns = [
        Column("序号", True, True),
        *_columns(comparison),
        Column("总体"),
        *deadlines.values(),
    ]
    made = []
    for project, each in rows.indicators:
        change = comparison.indicators.get(each.indicator.id)
        if change is None:
            rates, below = _new((each.rate, None)), [_not_then("indicator"), reason(each)]
        else:
            rates = _rates(
                (change.then.rate, None), (each.rate, None), change.rate, moved=change.status_changed
            )
            below = [indicator_line(change, comparison), why(change)]
        cells = [
            (str(project.project.no), ""),
            *rates,
            (status_word(each.status), each.status),
            *deadline_cells(each, list(deadlines)),
        ]
        made.append(Row(cells, indicator_name(county, project, each), list(filter(None, below))))
    return Sheet(
        columns, INDICATOR_TITLE, _title(comparison), made, legend=_legend(comparison, rows, "indicator")
    )


def _group(change: GroupChange | None, now: GroupStanding) -> list[Span]:
    rates = (
        _new(_mean(now))
        if change is None
        else _rates(_mean(change.then), _mean(now), change.completion, moved=bool(change.moved))
    )
    return [*rates, (f"{len(now.projects)}件", "")]


def _departments(comparison: Comparison, rows: Rows, wide: bool) -> Sheet:
    year = comparison.now.plan.plan.year

    def row(each: DepartmentStanding) -> Row:
        change = comparison.departments.get(each.id)
        below = [
            *_moved(change, "department", comparison),
            *([problems(each.problems)] if each.problems else []),
        ]
        return Row([*_group(change, each), report_cell(each, year)], each.name, below)

    columns = [*_columns(comparison), Column("项目", True), Column("报送")]
    made = [row(each) for each in departments_in_order(rows)]
    return Sheet(columns, "部门", "状态变化和问题", made, legend=_legend(comparison, rows, "department"))


def _areas(comparison: Comparison, rows: Rows, wide: bool) -> Sheet:
    made = []
    for each in rows.areas:
        change = comparison.areas.get(each.id)
        made.append(Row(_group(change, each), each.name, _moved(change, "area", comparison)))
    columns = [*_columns(comparison), Column("项目", True)]
    return Sheet(
        columns,
        "领域",
        "状态变化",
        made,
        after=loose(rows),
        legend=_legend(comparison, rows, "area"),
    )


def _moved(change: GroupChange | None, by: str, comparison: Comparison) -> Sequence[str]:
    if change is None:
        return [_not_then(by)]
    said = group_line(change, comparison)
    return [_said(_title(comparison), said)] if said else []


def _said(title: str, words: str) -> str:
    return f"{title}：{words}"
