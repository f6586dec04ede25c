"""What has been reported belongs to an indicator for good; one that goes takes the whole story with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from minsheng_cli.model.plan import Project, Responsibility
from minsheng_cli.rules.context import Said
from minsheng_cli.rules.since import Since
from minsheng_cli.source.nodes import place_of
from minsheng_cli.terms import quoted

SEVERITY = "error"
TITLE = "报过数的指标没有了"
WHY = "月报靠代号对上计划。指标删了或者换了代号，以前报的数就没有地方算了，向群众承诺过的事也从报表里消失。"
MEND = "照原来的补回去；代号写错了的也不改，要改的是名称；承诺确有调整的，用 adjustments 写明。"
BAD = "- id: road-lamps"
GOOD = "- id: street-lamps"


def check(since: Since) -> Iterator[Said]:
    """Each indicator with figures that the present plan does not have, those of a project that has gone together."""
    gone: defaultdict[str, list[Responsibility]] = defaultdict(list)
    reported = {name for placed in since.old.reports.values() for name in placed.report.figures}
    for name, old in since.old.context.responsibilities.items():
        if name in reported and since.gone(name):
            gone[old.project.id].append(old)
    plan = since.now.plan
    projects = {project.id: project for project in reversed(plan.projects)} if plan else {}
    for project, lost in gone.items():
        if project in projects:
            yield from _of_project(since, projects[project], lost)
        elif project not in since.context.declared.projects:
            what = quoted(lost[0].project.name, project)
            listed = "、".join(quoted(each.indicator.name, each.indicator.id) for each in lost)
            at = place_of(since.plan_root, ("projects",), key=True)
            message = f"{what}这个项目原来有，现在没有了；报过数的指标有{listed}"
            yield Said(since.plan_file, at, message, "照原来的补回去；项目合并、改名的，代号不要变")


def _of_project(since: Since, project: Project, lost: list[Responsibility]) -> Iterator[Said]:
    """Those of a project that is still there; one that came instead may be the same by another id."""
    new = [each for each in project.indicators if each.id not in since.old.context.responsibilities]
    for old in lost:
        was = old.indicator
        same = next((each for each in new if _alike(each.name, each.kind, was.name, was.kind)), None)
        same = same if same is None or same.plan_target == was.plan_target else None
        label = quoted(was.name, was.id)
        if same is not None:
            new.remove(same)
            message = f"{label}的代号改成了 {same.id}，以前报的数就对不上了"
            yield Said(
                since.plan_file, same.mapping.value("id"), message, f"月报里的也一起改回去；请改成：{was.id}"
            )
        else:
            at = project.mapping.key("indicators")
            message = f"{label}已经报过数，现在计划里没有这个指标了"
            yield Said(
                since.plan_file, at, message, "照原来的补回去；不再做的也要留着，用 adjustments 写明调整"
            )


def _alike(name: str, kind: str, other_name: str, other_kind: str) -> bool:
    return (name, kind) == (other_name, other_kind)
