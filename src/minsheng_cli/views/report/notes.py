"""What must be seen on every report that has words: what is illustrative, carried forward, inferred, assumed, left out."""

from __future__ import annotations

from minsheng_cli.source.folder import CLOSED
from minsheng_cli.status.standing import CountyStanding, ProjectStanding
from minsheng_cli.terms import CARRIED, INFERRED, SAMPLE
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.words import (
    DEFAULT_NOTE,
    SAMPLE_NOTE,
    deadline_notes,
    listed_files,
    month_word,
    skipped,
    title_of,
)

INFERRED_MARK = "*"


def title(county: CountyStanding) -> str:
    """The plan's title, the month, and whether figures are illustrative."""
    return title_of(county.plan.plan, county.month, sample=county.sample)


def left_out(county: CountyStanding, when: str = "") -> list[str]:
    """The sentence on the files that were left out for their errors, if any; `when`: of which ledger."""
    if not county.left_out:
        return []
    if county.left_out == [CLOSED]:
        return [f"【{when}台账有错】关账记录有错，各项数字照常计算：{CLOSED}"]
    names = "、".join(county.plan.department_name(each.id) for each in county.departments if each.left_out)
    whose = f"{names}的文件有错，没有算入" if names else "有文件没有算入"
    return [f"【{when}台账有错】{whose}，有关指标按0计：{listed_files(county.left_out)}"]


def lead(county: CountyStanding, standing: ProjectStanding) -> str:
    """The leading department's short name, marked where it is inferred."""
    mark = INFERRED_MARK if "lead" in standing.project.inferred else ""
    return county.plan.department_name(standing.project.lead) + mark


def project_marks(county: CountyStanding, standing: ProjectStanding, *, increments: bool = True) -> str:
    """Carried forward, as a whole or in part; illustrative where other rows are not.

    `increments` says whether the row shows what the month added.
    """
    said = []
    year = county.plan.plan.year
    if standing.carried_from is not None:
        said.append(f"{CARRIED}{month_word(standing.carried_from, year)}")
    elif carried := [each.carried_from for each in standing.indicators if each.carried_from is not None]:
        said.append(f"部分{CARRIED}{month_word(max(carried), year)}")
    if increments and (since := skipped(standing, county.month)):
        said.append(f"本月栏为{month_word(since, year)}以来")
    flags = {each.id: each.sample for each in county.departments}
    mixed = county.sample and not all(each.sample for each in county.departments if each.reported)
    if mixed and any(flags.get(each.department, False) for each in standing.indicators):
        said.append(SAMPLE)
    return f"（{'，'.join(said)}）" if said else ""


def inferred(county: CountyStanding, by: str) -> list[str]:
    """What in these rows is inferred."""
    keys = {name for each in county.projects for name in each.project.inferred}
    said = []
    if by in ("department", "indicator") and "lead" in keys:
        said.append(f"各项目由哪个部门负责为{INFERRED}，计划原文没有写明。")
    if by == "project" and "lead" in keys:
        said.append(f"{INFERRED_MARK} 牵头单位为{INFERRED}，计划原文没有写明。")
    if by == "area" and "area" in keys:
        said.append(f"领域为{INFERRED}，计划原文没有归类。")
    return said


def assumed(county: CountyStanding, rows: Rows, by: str) -> list[str]:
    """What the statuses of these rows rest on where the plan or a department has not said it."""
    rests = by in ("project", "indicator") and _rests_on_default(rows)
    return [*([DEFAULT_NOTE] if rests else []), *deadline_notes(county.plan.plan)]


def illustrative(county: CountyStanding) -> list[str]:
    """The sentence on illustrative figures, if there are any."""
    return [SAMPLE_NOTE] if county.sample else []


def _rests_on_default(rows: Rows) -> bool:
    """Whether any expectation shown is the default's straight line."""
    shown = [
        *(each for project in rows.projects for each in project.indicators),
        *(each for _, each in rows.indicators),
    ]
    return any(each.by_default for each in shown)
