"""The columns of the CSV report.

Months and days are written 2025年8月, which no spreadsheet turns into something else; percentages and figures
are plain numbers, whose unit stands in the title or in a column of its own.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from minsheng_cli.month import Month
from minsheng_cli.numbers import derived, exact
from minsheng_cli.status.standing import (
    CountyStanding,
    DepartmentStanding,
    GroupStanding,
    IndicatorStanding,
    ProjectStanding,
)
from minsheng_cli.terms import (
    CARRIED,
    DEFAULT_SCHEDULE,
    INFERRED,
    KEY_NAMES,
    KIND_WORDS,
    NO_AREA,
    NOBODY,
    OPEN_BASE,
    SAMPLE,
)
from minsheng_cli.views.csv_lines import Cell
from minsheng_cli.views.report.facts import baseline, in_percent, in_points, reporting
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.report.words import next_step, project_step
from minsheng_cli.views.words import deadline_status_word, deadline_word, done, joined, one_text, status_word

Columns = dict[str, Callable[[Any], Cell]]
"""What each column is called, and how it is filled from a row."""
Pair = tuple[ProjectStanding, IndicatorStanding]
"""A row of the report by indicator."""
BROKEN = "台账有错，有文件没有算入"
COUNTED_AS_NOTHING = "文件有错，没有算入，按0计"


def columns(county: CountyStanding, rows: Rows, by: str) -> Columns:
    """The columns of the report by projects, indicators, departments or areas, without the marks."""
    month = month_cell(county.month)
    made = {"project": _projects, "indicator": _indicators, "department": _departments, "area": _areas}
    return {"月份": lambda _: month, **made[by](county, rows)}


def month_cell(month: Month | None) -> str | None:
    """`2025年8月`."""
    return None if month is None else f"{month.year}年{month.number}月"


def target_cell(standing: IndicatorStanding) -> Decimal | None:
    """The target in force, in the indicator's unit; a coverage's is a rate."""
    return None if standing.indicator.kind == "coverage" else standing.target


def target_percent_cell(standing: IndicatorStanding) -> Decimal | None:
    """The rate that a coverage must reach."""
    return standing.target if standing.indicator.kind == "coverage" else None


def yes(value: bool) -> str:
    """是 or 否."""
    return "是" if value else "否"


def deadline_titles(county: CountyStanding) -> list[str]:
    """A title for each deadline; no two have the same day (M227)."""
    plan = county.plan.plan
    return [deadline_word(each, plan.year) for each in plan.in_order]


def day_cell(day: datetime.date | None) -> str | None:
    """`2025年8月4日`."""
    return None if day is None else f"{day.year}年{day.month}月{day.day}日"


def _status(place: int) -> Callable[[ProjectStanding], Cell]:
    return lambda each: deadline_status_word(each.deadlines[place])


def _projects(county: CountyStanding, rows: Rows) -> Columns:
    plan = county.plan
    made: Columns = {
        "序号": lambda each: each.project.no,
        "代号": lambda each: each.project.id,
        "项目": lambda each: each.project.name,
        "领域": lambda each: plan.areas.get(each.project.area, NO_AREA),
        "牵头单位": lambda each: plan.department_name(each.project.lead),
        "总体": lambda each: status_word(each.status),
        "完成率（%）": lambda each: in_percent(each.completion, full=each.full),
        "本月增减（百分点）": lambda each: None if each.carried_from else in_points(each.increment),
        "应完成（%）": lambda each: in_percent(each.expected),
        "已开工": lambda each: yes(each.started),
    }
    made |= {f"{title}状态": _status(place) for place, title in enumerate(deadline_titles(county))}
    made |= {
        "进展和下一步": lambda each: one_text(project_step(each, plan, rows.department)),
        "问题": lambda each: joined(each.problems),
        "亮点": lambda each: joined(each.highlights),
        "沿用": lambda each: month_cell(each.carried_from),
    }
    return made


def _of_indicator(fill: Callable[[IndicatorStanding], Cell]) -> Callable[[Pair], Cell]:
    return lambda pair: fill(pair[1])


def _indicators(county: CountyStanding, _: Rows) -> Columns:
    plan, year = county.plan, county.plan.plan.year
    names = {each.indicator.id: each.indicator.name for one in county.projects for each in one.indicators}
    made: dict[str, Callable[[IndicatorStanding], Cell]] = {
        "代号": lambda each: each.indicator.id,
        "指标": lambda each: each.indicator.name,
        "类型": lambda each: KIND_WORDS[each.indicator.kind],
        "其中项属于": lambda each: names.get(each.indicator.part_of or ""),
        "责任单位": lambda each: plan.department_name(each.department),
        "单位": lambda each: each.indicator.unit,
        "目标": target_cell,
        "目标覆盖率（%）": target_percent_cell,
        "原目标": lambda each: each.original_target,
        "基数": baseline,
        "累计完成": done,
        "底数": lambda each: each.point.reading.eligible if each.point else None,
        "节点": lambda each: each.point.reading.stage if each.point else None,
        "完成率（%）": lambda each: in_percent(each.rate),
        "新增": lambda each: None if each.increment is None else exact(each.increment),
        "上次月报": lambda each: month_cell(each.increment_since),
        "总体": lambda each: status_word(each.status),
        "已开工": lambda each: yes(each.started),
    }
    for place, title in enumerate(deadline_titles(county)):
        made |= _towards(place, title)
    made |= {
        "进展和下一步": lambda each: next_step(each, year),
        "说明": lambda each: each.point.note if each.point else None,
        "更正原因": lambda each: each.point.revision if each.point else None,
        "沿用": lambda each: month_cell(each.carried_from),
    }
    return {
        "序号": lambda pair: pair[0].project.no,
        "项目": lambda pair: pair[0].project.name,
        **{title: _of_indicator(fill) for title, fill in made.items()},
    }


def _towards(place: int, title: str) -> dict[str, Callable[[IndicatorStanding], Cell]]:
    """One deadline's columns."""

    def expected(each: IndicatorStanding) -> Decimal | None:
        towards = each.deadlines[place]
        if towards.expected is None or not each.indicator.counts:
            return None
        return derived(towards.expected, towards.places)

    def gap(each: IndicatorStanding) -> Decimal | None:
        value = each.deadlines[place].gap
        return None if value is None else exact(value)

    return {
        f"{title}状态": lambda each: deadline_status_word(each.deadlines[place]),
        f"{title}应完成": expected,
        f"{title}还差": gap,
    }


def _departments(_: CountyStanding, __: Rows) -> Columns:
    return {
        **_groups("部门"),
        "报送": reporting,
        "报送日期": lambda each: day_cell(each.reported_on),
        "问题": lambda each: joined(each.problems),
        "亮点": lambda each: joined(each.highlights),
    }


def _areas(_: CountyStanding, __: Rows) -> Columns:
    return _groups("领域")


def _groups(word: str) -> Columns:
    return {
        "代号": lambda each: each.id,
        word: lambda each: each.name,
        "完成率（%）": lambda each: in_percent(each.completion, full=each.full),
        "项目数": lambda each: len(each.projects),
    }


def marks(county: CountyStanding, by: str) -> Columns:
    """What each row rests on: illustrative figures, broken files; and what is carried, inferred, assumed."""
    samples = {each.id for each in county.departments if each.sample}
    projects = {each.project.no: each for each in county.projects}

    def behind(row: Any) -> Sequence[IndicatorStanding]:
        if by == "project":
            return [*row.indicators]
        if by == "indicator":
            return [row[1]]
        found = [each for no in row.projects for each in projects[no].indicators]
        return [each for each in found if by == "area" or each.department == row.id]

    def nature(row: Any) -> str:
        said = [SAMPLE] if any(each.department in samples for each in behind(row)) else []
        return "；".join([*said, *([BROKEN] if county.left_out else [])])

    def remarks(row: Any) -> str:
        said = _remarks(county, behind(row), row, by)
        return "；".join(dict.fromkeys(said))

    return {"数据性质": nature, "备注": remarks}


def _remarks(county: CountyStanding, behind: Sequence[IndicatorStanding], row: Any, by: str) -> list[str]:
    said = []
    if any(each.left_out for each in behind):
        said.append(COUNTED_AS_NOTHING)
    if by in ("project", "indicator"):
        keys = row.project.inferred if by == "project" else _inferred_of(*row)
        if keys:
            said.append(f"{INFERRED}：{'、'.join(KEY_NAMES.get(key, key) for key in keys)}")
        carried = {each.carried_from for each in behind if each.carried_from is not None}
        some = "部分" if carried and any(each.carried_from is None for each in behind) else ""
        said += [f"{some}{CARRIED}{month_cell(month)}" for month in sorted(carried)[-1:]]
        if any(each.by_default for each in behind):
            said.append(DEFAULT_SCHEDULE)
        said += [OPEN_BASE for each in behind if each.open_base]
        said += [NOBODY for each in behind if each.point is not None and each.point.nobody]
    if by == "department" and _inferred(county, "lead", row):
        said.append(f"{INFERRED}：由哪个部门负责")
    if by == "area" and row.id and _inferred(county, "area", row):
        said.append(f"{INFERRED}：{KEY_NAMES['area']}")
    return said


def _inferred_of(project: ProjectStanding, standing: IndicatorStanding) -> list[str]:
    """What is inferred of an indicator, who answers for it among it."""
    whose = ["department"] if "lead" in project.project.inferred else []
    return [*whose, *(key for key in standing.indicator.inferred if key not in whose)]


def _inferred(county: CountyStanding, key: str, row: GroupStanding | DepartmentStanding) -> bool:
    return any(key in each.project.inferred for each in county.projects if each.project.no in row.projects)
