"""The rows of a report for a reader, whatever they are printed on: columns, cells, a name, what is said below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from minsheng_cli.status.standing import (
    CountyStanding,
    DepartmentStanding,
    GroupStanding,
    IndicatorStanding,
    ProjectStanding,
)
from minsheng_cli.terms import NO_AREA
from minsheng_cli.views.bar import bar
from minsheng_cli.views.grid import Column, Row
from minsheng_cli.views.lines import Span
from minsheng_cli.views.report.facts import (
    NOT_REPORTED,
    increment,
    points,
    problems,
    project_lines,
    reporting,
)
from minsheng_cli.views.report.notes import assumed, illustrative, inferred, lead, project_marks
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.report.words import next_step, reason
from minsheng_cli.views.words import day_word, deadline_status_word, deadline_word, rate_word, status_word

BAR = 10
NEXT = "进展和下一步"
NOTHING = "没有符合条件的内容。"


class Sheet(NamedTuple):
    """One table of a report: what its rows are called, what stands below them, what stands after them."""

    columns: Sequence[Column]
    name: str
    below: str
    rows: Sequence[Row]
    after: Sequence[str] = ()
    legend: Sequence[str] = ()


def sheet(county: CountyStanding, rows: Rows, by: str, *, wide: bool) -> Sheet:
    """The rows asked for. Not `wide`: as few columns as will do."""
    return {"project": _projects, "indicator": _indicators, "department": _departments, "area": _areas}[by](
        county, rows, wide
    )


def legend(county: CountyStanding, rows: Rows, by: str, marks: Sequence[str] = ()) -> list[str]:
    """What the marks mean, as far as they are used; `marks` are those of the sheet's own columns."""
    return [*marks, *inferred(county, by), *assumed(county, rows, by), *illustrative(county)]


def deadline_columns(county: CountyStanding, *, wide: bool) -> dict[int, Column]:
    """The deadlines' columns by their places in the plan's order; where room is short, the aims only."""
    plan = county.plan.plan
    return {
        index: Column(deadline_word(each, plan.year))
        for index, each in enumerate(plan.in_order)
        if wide or not plan.binds(each)
    }


def deadline_cells(standing: ProjectStanding | IndicatorStanding, places: Sequence[int]) -> list[Span]:
    """The statuses towards these deadlines."""
    return [
        (deadline_status_word(standing.deadlines[place]), standing.deadlines[place].status)
        for place in places
    ]


def project_row(
    county: CountyStanding,
    standing: ProjectStanding,
    cells: Sequence[Span],
    below: Sequence[str],
    marks: str,
    *,
    wide: bool,
    apart: str = "：",
) -> Row:
    """A project's row, its lead beside the name or, where room is short, below it, `apart` from what is said."""
    who = f"{lead(county, standing)}{marks}"
    if wide:
        return Row(cells, f"{standing.project.name}　{who}", below)
    return Row(cells, standing.project.name, [f"{who}{apart}{below[0]}", *below[1:]])


def project_title(*, wide: bool) -> str:
    """What a project's name is called."""
    return "项目　牵头单位" if wide else "项目"


INDICATOR_TITLE = "指标（项目，责任单位）"


def indicator_name(county: CountyStanding, project: ProjectStanding, standing: IndicatorStanding) -> str:
    """An indicator with its project and who answers for it."""
    part = "其中" if standing.indicator.part_of else ""
    who = county.plan.department_name(standing.department)
    return f"{part}{standing.indicator.name}（{project.project.name}，{who}）"


def report_cell(standing: DepartmentStanding, year: int) -> Span:
    """Whether and when a department reported."""
    state = reporting(standing)
    on = day_word(standing.reported_on, year) if standing.reported_on else ""
    return f"{state} {on}".strip(), "unreported" if state == NOT_REPORTED else ""


def departments_in_order(rows: Rows) -> list[DepartmentStanding]:
    """Those that report, then the others."""
    return sorted(rows.departments, key=lambda each: not each.answers)


def loose(rows: Rows) -> list[str]:
    """The projects of no area, which no area's row counts."""
    names = [each.project.name for each in rows.projects if each.project.area is None]
    return [f"{NO_AREA}：{'、'.join(names)}"] if names else []


def _projects(county: CountyStanding, rows: Rows, wide: bool) -> Sheet:
    deadlines = deadline_columns(county, wide=wide)
    columns = [
        Column("序号", True, True),
        Column("进度", drawn=True),
        Column("完成率", True),
        Column("本月", True),
        Column("总体"),
        *deadlines.values(),
    ]
    made = []
    for each in rows.projects:
        cells = [
            (str(each.project.no), ""),
            (bar(each.completion, each.expected, BAR, full=each.full), each.status),
            (rate_word(each.completion, full=each.full), ""),
            (points(None if each.carried_from else each.increment), ""),
            (status_word(each.status), each.status),
            *deadline_cells(each, list(deadlines)),
        ]
        below = project_lines(each, county.plan, rows.department)
        made.append(project_row(county, each, cells, below, project_marks(county, each), wide=wide))
    marks = ["本月：完成率比上月增减（百分点）。"]
    return Sheet(columns, project_title(wide=wide), NEXT, made, legend=legend(county, rows, "project", marks))


def _indicators(county: CountyStanding, rows: Rows, wide: bool) -> Sheet:
    year = county.plan.plan.year
    deadlines = deadline_columns(county, wide=True)
    columns = [
        Column("序号", True, True),
        Column("完成率", True),
        Column("新增", True),
        Column("总体"),
        *deadlines.values(),
    ]
    made = []
    for project, each in rows.indicators:
        cells = [
            (str(project.project.no), ""),
            (rate_word(each.rate), ""),
            (increment(each, county.month, year), ""),
            (status_word(each.status), each.status),
            *deadline_cells(each, list(deadlines)),
        ]
        below = list(filter(None, [next_step(each, year), reason(each)]))
        made.append(Row(cells, indicator_name(county, project, each), below))
    return Sheet(columns, INDICATOR_TITLE, NEXT, made, legend=legend(county, rows, "indicator"))


def _group_cells(group: GroupStanding) -> list[Span]:
    return [
        (rate_word(group.completion, full=group.full), ""),
        (bar(group.completion, None, BAR, full=group.full), ""),
        (f"{len(group.projects)}件", ""),
    ]


GROUP_COLUMNS = (Column("完成率", True), Column("进度", drawn=True), Column("项目", True))


def _departments(county: CountyStanding, rows: Rows, wide: bool) -> Sheet:
    year = county.plan.plan.year
    made = [
        Row(
            [*_group_cells(each), report_cell(each, year)],
            each.name,
            [problems(each.problems)] if each.problems else [],
        )
        for each in departments_in_order(rows)
    ]
    columns = [*GROUP_COLUMNS, Column("报送")]
    return Sheet(columns, "部门", "问题", made, legend=legend(county, rows, "department"))


def _areas(county: CountyStanding, rows: Rows, wide: bool) -> Sheet:
    made = [Row(_group_cells(each), each.name) for each in rows.areas]
    return Sheet(GROUP_COLUMNS, "领域", "", made, after=loose(rows), legend=legend(county, rows, "area"))
