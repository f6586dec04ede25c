"""report --format table: where the county stands at one look, then one or two lines a row."""

from __future__ import annotations

from fractions import Fraction

from minsheng_cli.month import Month
from minsheng_cli.numbers import difference
from minsheng_cli.status.standing import CountyStanding, IndicatorStanding, ProjectStanding
from minsheng_cli.terms import CARRIED, INFERRED, NO_AREA, SAMPLE
from minsheng_cli.views.bar import bar
from minsheng_cli.views.grid import Column, Line, Row, grid, sentences
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.report.words import (
    day_word,
    deadline_status_word,
    deadline_word,
    figure,
    headline,
    month_word,
    next_step,
    project_step,
    rate_word,
    reason,
    skipped,
    status_word,
)

BAR = 10
WIDE = 100
"""From this width on the lead stands beside the name."""
INFERRED_MARK = "*"
MOST_LISTED = 100
"""Files left out that are named."""


def render(county: CountyStanding, rows: Rows, by: str, cells: int | None) -> list[Line]:
    """The report as styled lines, `cells` wide (None: as wide as it needs)."""
    lines = _head(county, cells)
    lines.append([])
    shown = {
        "project": rows.projects,
        "indicator": rows.indicators,
        "department": rows.departments,
        "area": rows.areas,
    }
    if not shown[by] and not (by == "area" and rows.projects):
        return [*lines, *sentences(["没有符合条件的内容。"], cells)]
    if by == "project":
        lines += _projects(county, rows, cells)
    elif by == "indicator":
        lines += _indicators(county, rows, cells)
    elif by == "department":
        lines += _departments(county, rows, cells)
    else:
        lines += _areas(county, rows, cells)
    lines.append([])
    return lines + sentences(_legend(county, rows, by), cells, "", "below")


def _head(county: CountyStanding, cells: int | None) -> list[Line]:
    plan, month = county.plan.plan, county.month
    title = f"{plan.title}　{month.year}年{month.number}月{f'　【{SAMPLE}】' if county.sample else ''}"
    lines = sentences([title], cells, "", "title")
    if county.left_out:
        names = "、".join(
            county.plan.department_name(each.id) for each in county.departments if each.left_out
        )
        files = "、".join(county.left_out[:MOST_LISTED])
        files += f"等{len(county.left_out)}个" if len(county.left_out) > MOST_LISTED else ""
        whose = f"{names}的文件有错，没有算入" if names else "有文件没有算入"
        lines += sentences([f"【台账有错】{whose}，有关指标按0计：{files}"], cells, "", "missed")
    return lines + sentences(headline(county), cells)


def _points(value: Fraction | None) -> str:
    """Percentage points with their sign; nothing where nothing can be said."""
    if value is None:
        return "--"
    printed = difference(value)
    return f"+{printed}" if printed > 0 else str(printed)


def _lead(county: CountyStanding, standing: ProjectStanding) -> str:
    mark = INFERRED_MARK if "lead" in standing.project.inferred else ""
    return county.plan.department_name(standing.project.lead) + mark


def _projects(county: CountyStanding, rows: Rows, cells: int | None) -> list[Line]:
    year = county.plan.plan.year
    wide = cells is None or cells >= WIDE
    aims = [
        index
        for index, each in enumerate(county.plan.plan.in_order)
        if wide or not county.plan.plan.binds(each)
    ]
    columns = [
        Column("序号", True, True),
        Column("进度"),
        Column("完成率", True),
        Column("本月", True),
        Column("总体"),
    ]
    columns += [Column(deadline_word(county.plan.plan.in_order[index], year)) for index in aims]
    made = []
    for each in rows.projects:
        cells_of = [
            (str(each.project.no), ""),
            (bar(each.completion, each.expected, BAR, full=each.full), each.status),
            (rate_word(each.completion, full=each.full), ""),
            (_points(None if each.carried_from else each.increment), ""),
            (status_word(each.status), each.status),
        ]
        cells_of += [
            (deadline_status_word(each.deadlines[index]), each.deadlines[index].status) for index in aims
        ]
        steps = project_step(each, county.plan, rows.department)
        lead = _lead(county, each)
        notes = _project_marks(county, each)
        name = f"{each.project.name}　{lead}{notes}" if wide else each.project.name
        below = steps if wide else [f"{lead}{notes}：{steps[0]}", *steps[1:]]
        made.append(Row(cells_of, name, below))
    return grid(columns, "项目　牵头单位" if wide else "项目", made, cells)


def _project_marks(county: CountyStanding, standing: ProjectStanding) -> str:
    """Carried forward, as a whole or in part; illustrative where other rows are not."""
    said = []
    year = county.plan.plan.year
    if standing.carried_from is not None:
        said.append(f"{CARRIED}{month_word(standing.carried_from, year)}")
    elif carried := [each.carried_from for each in standing.indicators if each.carried_from is not None]:
        said.append(f"部分{CARRIED}{month_word(max(carried), year)}")
    if since := skipped(standing, county.month):
        said.append(f"本月栏为{month_word(since, year)}以来")
    flags = {each.id: each.sample for each in county.departments}
    mixed = county.sample and not all(each.sample for each in county.departments if each.reported)
    if mixed and any(flags.get(each.department, False) for each in standing.indicators):
        said.append(SAMPLE)
    return f"（{'，'.join(said)}）" if said else ""


def _indicators(county: CountyStanding, rows: Rows, cells: int | None) -> list[Line]:
    year = county.plan.plan.year
    columns = [Column("序号", True, True), Column("完成率", True), Column("新增", True), Column("总体")]
    deadlines = county.plan.plan.in_order
    columns += [Column(deadline_word(each, year)) for each in deadlines]
    made = []
    for project, each in rows.indicators:
        cells_of = [
            (str(project.project.no), ""),
            (rate_word(each.rate), ""),
            (_increment(each, county.month, year), ""),
            (status_word(each.status), each.status),
            *((deadline_status_word(standing), standing.status) for standing in each.deadlines),
        ]
        part = "其中" if each.indicator.part_of else ""
        name = f"{part}{each.indicator.name}（{project.project.name}，{county.plan.department_name(each.department)}）"
        why = reason(each)
        made.append(Row(cells_of, name, [next_step(each, year), *([why] if why else [])]))
    return grid(columns, "指标（项目，责任单位）", made, cells)


def _increment(standing: IndicatorStanding, month: Month, year: int) -> str:
    """本月新增 where the report before is the month before's; else since when (6月以来)."""
    if standing.increment is None:
        return "--"
    text = figure(standing.increment, None)
    text = f"+{text}" if standing.increment > 0 else text
    since = standing.increment_since
    if since is None or since == month + -1:
        return text
    return f"{text}（{month_word(since, year)}以来）"


def _departments(county: CountyStanding, rows: Rows, cells: int | None) -> list[Line]:
    columns = [Column("完成率", True), Column("进度"), Column("项目", True), Column("报送")]
    made = []
    for each in sorted(rows.departments, key=lambda each: not each.answers):
        state = (
            "文件有错"
            if each.left_out
            else "不报送"
            if not each.answers
            else "未报"
            if not each.reported
            else "迟报"
            if each.late
            else "按时"
        )
        on = day_word(each.reported_on, county.plan.plan.year) if each.reported_on else ""
        made.append(
            Row(
                [
                    (rate_word(each.completion, full=each.full), ""),
                    (bar(each.completion, None, BAR, full=each.full), ""),
                    (f"{len(each.projects)}件", ""),
                    (f"{state} {on}".strip(), "unreported" if state == "未报" else ""),
                ],
                each.name,
                [f"问题：{'；'.join(each.problems)}"] if each.problems else [],
            )
        )
    return grid(columns, "部门", made, cells)


def _areas(county: CountyStanding, rows: Rows, cells: int | None) -> list[Line]:
    columns = [Column("完成率", True), Column("进度"), Column("项目", True)]
    made = [
        Row(
            [
                (rate_word(each.completion, full=each.full), ""),
                (bar(each.completion, None, BAR, full=each.full), ""),
                (f"{len(each.projects)}件", ""),
            ],
            each.name,
        )
        for each in rows.areas
    ]
    lines = grid(columns, "领域", made, cells)
    loose = [each.project.name for each in rows.projects if each.project.area is None]
    return lines + (sentences([f"{NO_AREA}：{'、'.join(loose)}"], cells) if loose else [])


def _legend(county: CountyStanding, rows: Rows, by: str) -> list[str]:
    """What the marks mean, as far as they are used."""
    inferred = {name for each in county.projects for name in each.project.inferred}
    said = []
    if by in ("department", "indicator") and "lead" in inferred:
        said.append(f"各项目由哪个部门负责为{INFERRED}，计划原文没有写明。")
    if by == "project":
        said.append("进度条：# 已完成，. 按序时应完成而未完成，- 其余。本月：完成率比上月增减（百分点）。")
        if "lead" in inferred:
            said.append(f"{INFERRED_MARK} 牵头单位为{INFERRED}，计划原文没有写明。")
    if by in ("project", "indicator") and _rests_on_default(rows):
        said.append("默认序时：部门没有排时间表，应完成数按月均匀推算。")
    if by == "area" and "area" in inferred:
        said.append(f"领域为{INFERRED}，计划原文没有归类。")
    for deadline in county.plan.plan.in_order:
        if not county.plan.plan.binds(deadline) and deadline.basis:
            said.append(
                f"{deadline_word(deadline, county.plan.plan.year)}按{deadline.percent:f}%衡量：{deadline.basis}"
            )
    if county.sample:
        said.append(f"【{SAMPLE}】进度数字是演示用的，不是真实进展。")
    return said


def _rests_on_default(rows: Rows) -> bool:
    """Whether any expectation shown is the default's straight line."""
    shown = [
        *(each for project in rows.projects for each in project.indicators),
        *(each for _, each in rows.indicators),
    ]
    return any(standing.basis == "default" for each in shown for standing in each.deadlines)
