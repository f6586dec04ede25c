"""What the changes do to projects, departments and the county, in words."""

from __future__ import annotations

from collections.abc import Iterable

from minsheng_cli.review.difference import Difference
from minsheng_cli.status.comparison import Comparison, GroupChange, ProjectChange
from minsheng_cli.status.standing import (
    STATUSES,
    WORST_FIRST,
    CountyStanding,
    GroupStanding,
    ProjectStanding,
)
from minsheng_cli.views.diff.figures import ARROW
from minsheng_cli.views.diff.words import towards_words
from minsheng_cli.views.words import month_word, rate_word, status_word

NOTHING = "对各项目、部门和全县的进度没有影响。"


def county_words(difference: Difference) -> list[str]:
    """The county then and now; why nothing can be said where one side has no plan that could be rolled up."""
    effects = difference.effects
    if effects is None:
        side = "原来的" if difference.old.county is None else "现在的"
        return [f"{side}计划有错，算不出进度，影响没有比。"]
    then, now = effects.then, effects.now
    if now.left_out:
        return [f"有错、两边都没有算入的文件：{'、'.join(now.left_out)}；全县的平均没有比"]
    said = []
    counts = "　".join(
        f"{status_word(status)}{then.counts[status]}{ARROW}{now.counts[status]}件"
        for status in STATUSES
        if then.counts[status] != now.counts[status]
    )
    if then.completion != now.completion:
        said.append(f"全县平均完成 {_rate(then)}{ARROW}{_rate(now)}　{counts}".rstrip("　"))
    elif counts:
        said.append(f"全县　{counts}")
    return said


def nothing_moved(difference: Difference) -> bool:
    """Whether everything stands as it did."""
    effects = difference.effects
    return effects is None or not (moved(effects) or effects.came or effects.left)


def month_of(difference: Difference) -> str:
    """The month that the effects are of."""
    effects = difference.effects
    return month_word(effects.now.month, effects.now.plan.plan.year) if effects else ""


def moved(effects: Comparison) -> list[ProjectChange]:
    """The projects that stand otherwise than they did, in the plan's order."""
    return [
        each
        for each in effects.projects.values()
        if each.then.completion != each.now.completion or each.status_changed or each.deadlines_changed
    ]


def moved_departments(effects: Comparison) -> list[GroupChange]:
    """The departments with another completion."""
    return [each for each in effects.departments.values() if each.then.completion != each.now.completion]


def project_lines(effects: Comparison) -> list[str]:
    """What came, what is gone, and what stands otherwise: what is now nearest to failing first."""
    year = effects.now.plan.plan.year
    return [
        *(f"{_name(each)} 删去（原来{_rate(each)}，{status_word(each.status)}）" for each in effects.left),
        *(f"{_name(each)} 新增（{_rate(each)}，{status_word(each.status)}）" for each in effects.came),
        *(_line(each, year) for each in _worst_first(moved(effects))),
    ]


def _line(change: ProjectChange, year: int) -> str:
    """`1 棚户区改造工程 70.8% → 79.0%　滞后 → 正常`."""
    then, now = change.then, change.now
    same = then.completion == now.completion
    said = [f"{_name(now)} {_rate(now) if same else f'{_rate(then)}{ARROW}{_rate(now)}'}"]
    status = f"{status_word(then.status)}{ARROW}{status_word(now.status)}"
    if change.status_changed:
        said.append(status)
    told = [towards_words(*pair, year) for pair in change.deadlines_changed]
    said += [each for each in told if not each.endswith(f"：{status}")]  # said once is enough
    return "　".join(said)


def _worst_first(changes: Iterable[ProjectChange]) -> list[ProjectChange]:
    """What is now nearest to failing a deadline first, then the rest in the plan's order."""

    def key(change: ProjectChange) -> int:
        ranks = (
            (WORST_FIRST.index(then.status), WORST_FIRST.index(now.status))
            for then, now in change.deadlines_changed
        )
        return min((now for then, now in ranks if now < then), default=len(WORST_FIRST))

    return sorted(changes, key=key)


def department_words(change: GroupChange) -> str:
    """`住建局 70.1% → 72.0%`."""
    return f"{change.now.name} {_rate(change.then)}{ARROW}{_rate(change.now)}"


def _name(standing: ProjectStanding) -> str:
    return f"{standing.project.no} {standing.project.name}"


def _rate(standing: CountyStanding | ProjectStanding | GroupStanding) -> str:
    return rate_word(standing.completion, full=standing.full)
