"""A problem filed under a project that does not exist reaches nobody."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from minsheng_cli.model.plan import PlanFile
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "问题或亮点的项目不存在"
WHY = "问题指明了是哪个项目，报表才会把它印在那个项目下面。项目代号写错了，这条问题就到不了该看的人手里。"
MEND = "改成计划里项目的代号；说不准是哪个项目的，只写一句话，算部门的。"
BAD = "- {project: old-home, text: 东关小区有3户未签约}"
GOOD = "- {project: old-homes, text: 东关小区有3户未签约}"


def check(context: Context) -> Iterator[Said]:
    """Projects named by problems and highlights."""
    plan = context.plan
    if plan is None or not context.declared.complete:
        return
    known = context.declared.projects
    for document, file in context.ledger.progress:
        for report in file.reports:
            for remark in (*report.problems, *report.highlights):
                if remark.project is not None and remark.project not in known:
                    message = f"计划里没有代号是“{remark.project}”的项目"
                    hint = partial(_mend, plan, remark.project, known)
                    yield Said(document.path, remark.mapping.value("project"), message, hint)


def _mend(plan: PlanFile, typed: str, known: set[str]) -> str:
    """The project whose number or indicator was typed, or the nearest id."""
    for project in plan.projects:
        if typed == str(project.no):
            return f"这里写代号，不写序号；第{project.no}项“{project.name}”，请改成：{project.id}"
        if any(typed == indicator.id for indicator in project.indicators):
            return f"那是指标的代号，它的项目是“{project.name}”，请改成：{project.id}"
    return did_you_mean(typed, known, "照计划写项目的代号（id）；说不准是哪个项目的，只写一句话")
