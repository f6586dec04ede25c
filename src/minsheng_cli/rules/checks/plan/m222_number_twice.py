"""The number is how people call a project; two projects cannot share one."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "项目序号重复"
WHY = "大家平时按序号说项目，“第2项”只能是一件事。序号重了，通报上就分不清说的是哪一件。"
MEND = "对照计划原文，改成这个项目自己的序号。"
BAD = """\
- no: 2
  id: culture
  name: 文化场馆建设"""
GOOD = """\
- no: 3
  id: culture
  name: 文化场馆建设"""


def check(context: Context) -> Iterator[Said]:
    """Numbers of projects."""
    plan = context.plan
    first: dict[int, str] = {}
    used = {project.no for project in plan.projects} if plan else set()
    for place, project in enumerate(plan.projects if plan else (), 1):
        if project.no in first:
            message = f"序号{project.no}已经给了“{first[project.no]}”，“{project.name}”不能再用"
            hint = f"它排在第{place}个，如果计划原文也是，请改成：{place}"
            if place in used:
                hint = "照计划原文，改成这个项目自己的序号"
            yield Said(context.plan_file, project.mapping.value("no"), message, hint)
        first.setdefault(project.no, project.name)
