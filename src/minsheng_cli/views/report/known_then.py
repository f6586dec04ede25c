"""What a report says of a revision (`--as-of`): which one it is, and what its plan had that today's has not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minsheng_cli.git.repository import SHORT
from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.model.plan import AnyIndicator, Deadline, Header
from minsheng_cli.status.comparison import (
    AsOf,
    Comparison,
    Counted,
    GroupChange,
    IndicatorChange,
    ProjectChange,
)
from minsheng_cli.status.standing import DepartmentStanding, GroupStanding, IndicatorStanding, ProjectStanding
from minsheng_cli.terms import KIND_WORDS, NO_AREA, SAMPLE, shortened
from minsheng_cli.views.report.facts import NOW, THEN, named, reporting
from minsheng_cli.views.report.notes import left_out
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.words import amount, day_word, month_word, rate_word, status_word

_MOST = 40
"""Characters of a revision as it was typed that a report repeats."""
_SORTS = {"project": "项目", "indicator": "指标", "department": "部门", "area": "领域"}


def taken(as_of: AsOf) -> str:
    """Which commit was taken, behind what was asked for where that says more: `v1，提交1a2b3c4d，2025-09-05`."""
    date = as_of.date.isoformat() if as_of.date else "日期不明"
    commit = f"提交{as_of.commit[:SHORT]}，{date}"
    if as_of.day:
        return f"到{as_of.revision}为止，{commit}"
    asked = " ".join(as_of.revision.splitlines())
    return commit if as_of.commit.startswith(asked.lower()) else f"{shortened(asked, _MOST)}，{commit}"


def not_then(by: str) -> str:
    """What is said of a row that only today's ledger has."""
    return f"{THEN}没有这个{_SORTS[by]}"


def gone_now(by: str) -> str:
    """What is said of a row that only the ledger of then has."""
    return f"{NOW}没有这个{_SORTS[by]}了"


def differences(comparison: Comparison) -> list[str]:
    """What else the two ledgers differ in: files left out, illustrative figures, the plan, what only one side has."""
    then, now = comparison.then, comparison.now
    said = left_out(then, THEN)
    if then.sample and not now.sample:
        said.append(f"{THEN}的进度里有{SAMPLE}，不是真实进展。")
    silent = [then.plan.department_name(each.id) for each in then.unreported if not each.left_out]
    if silent:
        said.append(f"{THEN}{month_word(then.month, now.plan.plan.year)}未报：{'、'.join(silent)}")
    said += _plans(comparison)
    for what, classifier, old, new in (
        ("项目", "件", _projects(then.projects), _projects(now.projects)),
        ("部门", "个", _groups(then.departments), _groups(now.departments)),
        ("领域", "个", _groups(then.areas), _groups(now.areas)),
    ):
        for here, there, names, others in ((NOW, THEN, new, old), (THEN, NOW, old, new)):
            only = [names[each] for each in names if each not in others]
            if only:
                said.append(f"{here}有、{there}没有的{what}{len(only)}{classifier}：{named(only)}")
    return said


def _projects(projects: Iterable[ProjectStanding]) -> dict[str, str]:
    return {each.project.id: each.project.name for each in projects}


def _groups(groups: Iterable[GroupStanding]) -> dict[str, str]:
    return {each.id: each.name for each in groups}


def _plans(comparison: Comparison) -> list[str]:
    """The plan's title, year and deadlines, where they are others."""
    old, new = comparison.then.plan.plan, comparison.now.plan.plan
    said = []
    if old.title != new.title:
        said.append(f"{THEN}计划的标题是“{old.title}”")
    if (old.county, old.year) != (new.county, new.year):
        said.append(f"{THEN}是{old.county}{old.year}年度的计划")
    before = {each.id: each for each in old.in_order}
    for each in new.in_order:
        was = before.pop(each.id, None)
        if was is None:
            said.append(f"{THEN}没有“{each.name}”这个时限")
            continue
        if was.name != each.name:
            said.append(f"时限“{each.name}”{THEN}叫“{was.name}”")
        if told := _from_to(_terms(was, old), _terms(each, new)):
            said.append(f"时限“{each.name}”{told}")
    said += [f"{THEN}还有“{each.name}”这个时限（{_terms(each, old)}）" for each in before.values()]
    return [f"计划有改：{'；'.join(said)}。"] if said else []


def _terms(deadline: Deadline, plan: Header) -> str:
    """What a deadline asks: `10月31日、90%、力争`."""
    binds = "必须完成" if plan.binds(deadline) else "力争"
    return f"{day_word(deadline.date, plan.year)}、{deadline.percent:f}%、{binds}"


def _from_to(old: object, new: object) -> str:
    return "" if old == new else f"由{old}改为{new}"


def replanned(change: ProjectChange, comparison: Comparison, said: Sequence[str]) -> list[str]:
    """What the plan said of a project then; `said` is what is told of it already."""
    then, now = change.then.project, change.now.project
    told = [f"{THEN}叫“{then.name}”"] if then.name != now.name else []
    told += _others(
        ("序号", then.no, now.no),
        ("牵头单位", *_departments(comparison, then.lead, now.lead)),
        ("领域", *_areas(comparison, then.area, now.area)),
    )
    if change.came:
        told.append(f"{THEN}没有的指标：{named([each.indicator.name for each in change.came])}")
    if change.left:
        told.append(f"{NOW}没有的指标：{named([_with_figure(each) for each in change.left])}")
    for each in change.indicators:
        if words := redefined(each, comparison):
            told.append(f"{each.now.indicator.name}{'，'.join(words)}")
    if not told and not any(said) and change.completion:
        told.append("指标的权重或折算改了")
    return told


def redefined(change: IndicatorChange, comparison: Comparison) -> list[str]:
    """What the plan said of an indicator then, and the schedule, as far as the figures do not tell it."""
    then, now = change.then.indicator, change.now.indicator
    owner, owned = (each.course.responsibility.project for each in (change.then, change.now))
    told = [f"{THEN}叫“{then.name}”"] if then.name != now.name else []
    if owner.id != owned.id:
        told.append(f"{THEN}属于“{owner.name}”")
    told += _others(
        ("类型", KIND_WORDS[then.kind], KIND_WORDS[now.kind]),
        ("责任单位", *_departments(comparison, change.then.department, change.now.department)),
        ("权重", f"{then.weight:f}", f"{now.weight:f}"),
    )
    if change.same_measure:
        told += _targets(change)
    elif None in (change.then.point, change.now.point):
        told += _others(("单位", then.unit or "没有", now.unit or "没有"))
    if then.kind == now.kind and _made_of(then) != _made_of(now):
        told.append("节点的划分改了" if isinstance(now, Milestone) else "点位改了")
    return told or _due(change)


def _targets(change: IndicatorChange) -> list[str]:
    """Another target, where no figure beside it tells (views/report/changed.py)."""
    then, now = change.then, change.now
    if then.target is None or now.target is None or then.target == now.target:
        return []
    if now.indicator.kind == "coverage":
        return [f"目标覆盖率由{then.target:f}%改为{now.target:f}%"]
    if then.point is not None and now.point is not None:
        return []
    unit = now.indicator.unit or ""
    return [f"目标由{then.target:f}{unit}改为{now.target:f}{unit}"]


def _due(change: IndicatorChange) -> list[str]:
    """That something else is due of it by now (a schedule, a requirement of its own), where nothing else tells why."""
    if change.then.target != change.now.target or not change.same_measure:
        return []
    before = {(each.deadline.id, each.deadline.date): each for each in change.then.deadlines}
    asked = [(before.get((each.deadline.id, each.deadline.date)), each) for each in change.now.deadlines]
    moved = any(
        was is not None
        and was.deadline.percent == each.deadline.percent
        and (was.expected, was.required) != (each.expected, each.required)
        for was, each in asked
    )
    return ["应完成的数改了"] if moved else []


def _made_of(indicator: AnyIndicator) -> object:
    """The stages or the named items."""
    if isinstance(indicator, Milestone):
        return list(indicator.shares.items())
    return set(indicator.items or ()) if isinstance(indicator, Quantity) else None


def _others(*pairs: tuple[str, object, object]) -> list[str]:
    """What was another then: `牵头单位由住建局改为水务局`."""
    return [f"{what}{told}" for what, old, new in pairs if (told := _from_to(old, new))]


def _departments(comparison: Comparison, old: str, new: str) -> tuple[str, str]:
    """The names of who answers; the same where it is the same department under another name."""
    was, is_now = comparison.then.plan.department_name(old), comparison.now.plan.department_name(new)
    return (is_now, is_now) if old == new else (was, is_now)


def _areas(comparison: Comparison, old: str | None, new: str | None) -> tuple[str, str]:
    was = comparison.then.plan.areas.get(old or "", NO_AREA)
    is_now = comparison.now.plan.areas.get(new or "", NO_AREA)
    return (is_now, is_now) if old == new else (was, is_now)


def regrouped(change: GroupChange) -> list[str]:
    """Another name, and what a department or an area counts on one side alone."""
    told = [f"{THEN}叫“{change.then.name}”"] if change.then.name != change.now.name else []
    if isinstance(change.then, DepartmentStanding) and isinstance(change.now, DepartmentStanding):
        states = reporting(change.then), reporting(change.now)
        told += [f"月报{'→'.join(states)}"] if states[0] != states[1] else []
    for here, there, counted in ((NOW, THEN, change.came), (THEN, NOW, change.left)):
        if counted:
            told.append(f"{here}有、{there}没有：{named([_counted(each) for each in counted])}")
    return told


def _counted(counted: Counted) -> str:
    project, indicator = counted
    if indicator is None:
        return project.project.name
    return f"{indicator.indicator.name}（{project.project.name}）"


def gone(rows: Rows, by: str) -> list[str]:
    """The rows that only the ledger of then has, with what was known of them."""
    if rows.gone is None:
        return []
    told = {
        "project": [_gone_project(each) for each in rows.gone.projects],
        "indicator": [
            f"{each.indicator.name}（{project.project.name}，{THEN}{amount(each)}，{status_word(each.status)}）"
            for project, each in rows.gone.indicators
        ],
        "department": [_gone_group(each) for each in rows.gone.departments],
        "area": [_gone_group(each) for each in rows.gone.areas],
    }[by]
    return [f"{NOW}没有了的{_SORTS[by]}：{'；'.join(told)}"] if told else []


def _gone_project(project: ProjectStanding) -> str:
    rate = rate_word(project.completion, full=project.full)
    status = status_word(project.status)
    return f"{project.project.no} {project.project.name}（{THEN}完成{rate}，{status}）"


def _gone_group(group: GroupStanding) -> str:
    return f"{group.name}（{THEN}完成{rate_word(group.completion, full=group.full)}）"


def _with_figure(indicator: IndicatorStanding) -> str:
    return f"{indicator.indicator.name}（{THEN}{amount(indicator)}）"
