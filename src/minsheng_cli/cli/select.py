"""A project, a department or a month as people name it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from minsheng_cli.cli.arguments import one_line, readable
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.month import Month

if TYPE_CHECKING:
    from minsheng_cli.model.ledger import Ledger
    from minsheng_cli.model.plan import AnyIndicator, PlanFile

_MONTH_ALONE = re.compile(r"0?([0-9]{1,2}|[一二三四五六七八九十]+)(?:月份?)?")
_NUMERALS = (
    *(str(number) for number in range(1, 13)),
    *("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"),
)
"""The months of a year as they are numbered in figures, then in words."""
_LONGEST = 40
"""Nobody means a name by a longer text."""
_MANY = 400
"""Among more names none is looked for: that would take longer than reading the list."""


def project_id(plan: PlanFile, wish: str) -> str:
    """A project by its number, id, name, or any part of its name that fits one only."""
    wanted = readable(wish).strip()
    for project in plan.projects:
        if wanted in (str(project.no), project.id, project.name):
            return project.id
    known = [
        (project.id, (project.name,), f"{project.no} {project.name}（{project.id}）")
        for project in plan.projects
    ]
    return _by_part(wanted, known, "项目")


class NamedProject(NamedTuple):
    """A project as people name it, with its indicators' ids and names."""

    no: str
    id: str
    name: str
    indicators: Sequence[tuple[str, str]]


class Chosen(NamedTuple):
    """A project, or one indicator of it."""

    project: str
    indicator: str | None = None


def named(plan: PlanFile) -> list[NamedProject]:
    """What can be named of a plan."""
    return [
        NamedProject(str(each.no), each.id, each.name, [(one.id, one.name) for one in each.indicators])
        for each in plan.projects
    ]


def project_or_indicator(projects: Sequence[NamedProject], wish: str) -> Chosen:
    """A project as in `project_id`, or an indicator by its id, name, or a part of its name that fits one only.

    A part that fits one project and only indicators of this very project means the project.
    """
    wanted = readable(wish).strip()
    for project in projects:
        if wanted and wanted in (project.no, project.id, project.name):
            return Chosen(project.id)
    exact = [
        Chosen(project.id, name)
        for project in projects
        for name, words in project.indicators
        if wanted == name
    ] or [
        Chosen(project.id, name)
        for project in projects
        for name, words in project.indicators
        if wanted == words
    ]
    if len(exact) == 1:
        return exact[0]
    fitting = [project.id for project in projects if wanted and wanted in project.name]
    of = {
        project.id
        for project in projects
        if wanted and any(wanted in words for _, words in project.indicators)
    }
    if len(fitting) == 1 and of <= set(fitting):
        return Chosen(fitting[0])
    known = [
        (project.id, (project.name,), f"{project.no} {project.name}（{project.id}）") for project in projects
    ]
    both = known + [
        (f"{name}\0{project.id}", (words,), f"{words}（{name}）")
        for project in projects
        for name, words in project.indicators
    ]
    found, _, of_project = _by_part(wanted, both, "项目或指标", known).partition("\0")
    return Chosen(of_project, found) if of_project else Chosen(found)


def department_id(plan: PlanFile, wish: str) -> str:
    """A department by its id, short name, name, or any part of its name that fits one only."""
    wanted = readable(wish).strip()
    for name, department in plan.departments.items():
        if wanted in (name, department.short, department.name):
            return name
    known = [
        (
            name,
            tuple(filter(None, (department.name, department.short))),
            f"{department.short or department.name}（{name}）",
        )
        for name, department in plan.departments.items()
    ]
    return _by_part(wanted, known, "部门")


def indicator_id(plan: PlanFile, department: str, wish: str) -> str:
    """An indicator that a department answers for, by its id, its name, or any part of its name that fits one only."""
    wanted = readable(wish).strip()
    every = plan.responsibilities
    own = {name: each.indicator for name, each in every.items() if each.department == department}
    named = [name for name, indicator in own.items() if indicator.name == wanted]
    if wanted in own or len(named) == 1:
        return wanted if wanted in own else named[0]
    who = plan.department_name(department)
    if wanted in every:
        other = plan.department_name(every[wanted].department)
        raise Mistake(f"“{wanted}”由{other}报，不归{who}", f"{who}的指标：{_listed(_labels(own))}")
    known = [(name, (own[name].name,), label) for name, label in zip(own, _labels(own), strict=True)]
    if not known:
        raise Mistake(f"{who}没有要报的指标", "部门写对了没有？看计划里的 lead、department")
    return _by_part(wanted, known, "指标")


def _labels(indicators: Mapping[str, AnyIndicator]) -> list[str]:
    return [f"{indicator.name}（{name}）" for name, indicator in indicators.items()]


Known = tuple[str, tuple[str, ...], str]
"""What is told back, the names that may be meant, and the label under which it is offered."""


def _by_part(wanted: str, known: Sequence[Known], word: str, offered: Sequence[Known] = ()) -> str:
    """What is told back of the only one that fits; `offered` are those to choose from, where not all of them."""
    fitting = [
        (name, label) for name, names, label in known if wanted and any(wanted in each for each in names)
    ]
    if len(fitting) == 1:
        return fitting[0][0]
    wanted = one_line(wanted)
    if fitting:
        raise Mistake(
            f"“{wanted}”不止一个{word}：{_listed([label for _, label in fitting])}", "写全一点，或写代号"
        )
    near = _near(wanted, known)
    listed = f"可选：{_listed([label for _, _, label in offered or known])}"
    raise Mistake(f"没有“{wanted}”这个{word}", f"是不是 {_listed(near)}？" if near else listed)


def _near(wanted: str, known: Sequence[Known]) -> list[str]:
    """The labels of those whose id, or a piece of whose name, is nearest to what was typed; one sign says nothing."""
    length = len(wanted)
    if not 1 < length <= _LONGEST or wanted.isdigit() or len(known) > _MANY:
        return []
    from difflib import SequenceMatcher

    compared = SequenceMatcher(b=wanted.lower(), autojunk=False)
    nearest, labels = 0.6, list[str]()
    for name, names, label in known:
        pieces = {each[at : at + length] for each in names for at in range(max(1, len(each) - length + 1))}
        for piece in (name.partition("\0")[0], *sorted(pieces)):
            compared.set_seq1(piece.lower())
            ratio = compared.ratio() if compared.real_quick_ratio() >= nearest else 0
            if ratio > nearest:
                nearest, labels = ratio, []
            if ratio >= nearest and label not in labels:
                labels.append(label)
    return labels


def _listed(labels: Sequence[str], most: int = 30) -> str:
    """The labels, as many as a person would still read."""
    return "、".join(labels[:most]) + (f" 等{len(labels)}个" if len(labels) > most else "")


def month_named(wish: str) -> Month:
    """A month by itself, whatever the plan's time."""
    try:
        return Month.parse(wish)
    except ValueError:
        raise Mistake(f"月份“{one_line(wish)}”写法不对", "写成 2025-08 这样") from None


def report_month(ledger: Ledger, plan: PlanFile, wish: str) -> Month:
    """The month asked for, or the latest that any department has reported; within the plan's time."""
    if wish:
        return month_of_plan(plan, wish, otherwise="不写就是最近有月报的月")
    first, last = plan.plan.first_month, plan.plan.last_month
    reported = [report.month for _, file in ledger.progress for report in file.reports]
    if not reported:
        from minsheng_cli.source.folder import PROGRESS

        raise Mistake(
            "还没有一个部门报过月报，没有可以汇总的月份",
            f"先报数，部门的文件放在 {PROGRESS} 里；或用 --month 指明月份（{first} 到 {last}）",
        )
    return max(reported)


def month_of_plan(plan: PlanFile, wish: str, *, otherwise: str = "") -> Month:
    """The month asked for, within the plan's time; `otherwise` says what holds where none is."""
    first, last = plan.plan.first_month, plan.plan.last_month
    try:
        month = Month.parse(wish)
    except ValueError:
        hint = _written(wish, first, last, otherwise)
        raise Mistake(f"月份“{one_line(wish)}”写法不对", hint) from None
    if not first <= month <= last:
        raise Mistake(f"{month} 不在计划期内", f"可选 {first} 到 {last}")
    return month


def _written(wish: str, first: Month, last: Month, otherwise: str) -> str:
    """How to write the month that was probably meant, if it is one of the plan's."""
    from minsheng_cli.fields.scalars import mended_month

    plain = unicodedata.normalize("NFKC", readable(wish)).strip()
    certain = mended_month(plain)
    named = _MONTH_ALONE.fullmatch(plain)
    number = _NUMERALS.index(named[1]) % 12 + 1 if named and named[1] in _NUMERALS else None
    meant = [
        str(month)
        for month in (first + ahead for ahead in range(last - first + 1))
        if str(month) == certain or (not certain and month.number == number)
    ]
    if meant:
        return f"写成 {'、'.join(meant)}"
    return "；".join(filter(None, (f"写成 {first} 这样，可选 {first} 到 {last}", otherwise)))
