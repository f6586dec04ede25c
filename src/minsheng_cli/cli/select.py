"""A project, a department or a month as people name it."""

from __future__ import annotations

from collections.abc import Sequence

from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.model.ledger import Ledger
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.month import Month


def project_id(plan: PlanFile, wish: str) -> str:
    """A project by its number, id, name, or any part of its name that fits one only."""
    wanted = wish.strip()
    for project in plan.projects:
        if wanted in (str(project.no), project.id, project.name):
            return project.id
    known = [
        (project.id, (project.name,), f"{project.no} {project.name}（{project.id}）")
        for project in plan.projects
    ]
    return _by_part(wanted, known, "项目")


def department_id(plan: PlanFile, wish: str) -> str:
    """A department by its id, short name, name, or any part of its name that fits one only."""
    wanted = wish.strip()
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


def _by_part(wanted: str, known: Sequence[tuple[str, tuple[str, ...], str]], word: str) -> str:
    fitting = [
        (name, label) for name, names, label in known if wanted and any(wanted in each for each in names)
    ]
    if len(fitting) == 1:
        return fitting[0][0]
    if fitting:
        raise Mistake(
            f"“{wanted}”不止一个{word}：{_listed([label for _, label in fitting])}", "写全一点，或写代号"
        )
    raise Mistake(f"没有“{wanted}”这个{word}", f"可选：{_listed([label for _, _, label in known])}")


def _listed(labels: Sequence[str], most: int = 30) -> str:
    """The labels, as many as a person would still read."""
    return "、".join(labels[:most]) + (f" 等{len(labels)}个" if len(labels) > most else "")


def report_month(ledger: Ledger, plan: PlanFile, wish: str) -> Month:
    """The month asked for, or the latest that any department has reported; within the plan's time."""
    first, last = plan.plan.first_month, plan.plan.last_month
    if wish:
        try:
            month = Month.parse(wish)
        except ValueError:
            from minsheng_cli.fields.scalars import mended_month

            mend = mended_month(wish)
            raise Mistake(
                f"月份“{wish}”写法不对", f"是不是 {mend}？" if mend else "写成 2025-08 这样"
            ) from None
        if not first <= month <= last:
            raise Mistake(f"{month} 不在计划期内", f"可选 {first} 到 {last}")
        return month
    reported = [report.month for _, file in ledger.progress for report in file.reports]
    if not reported:
        raise Mistake(
            "还没有一个部门报过月报，没有可以汇总的月份",
            f"先报数，或用 --month 指明月份（{first} 到 {last}）",
        )
    return max(reported)
