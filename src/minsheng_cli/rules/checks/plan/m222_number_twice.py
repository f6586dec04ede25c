"""The number is how people call a project; two projects cannot share one."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "项目序号重复"


def check(context: Context) -> Iterator[Said]:
    """Numbers of projects."""
    plan = context.plan
    first: dict[int, str] = {}
    for project in plan.projects if plan else ():
        if project.no in first:
            message = f"序号{project.no}已经是“{first[project.no]}”的了"
            yield Said(
                context.plan_file, project.mapping.value("no"), message, "按计划原文改成这个项目自己的序号"
            )
        first.setdefault(project.no, project.name)
