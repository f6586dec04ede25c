"""A project without an indicator can never be shown to be kept."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "项目没有指标"
WHY = "没有指标就没有数可报，这件事办到哪一步、算不算办完，到年底也说不出来。"
MEND = "每个项目至少写一个指标；只看形象进度的，写一个节点指标。"
BAD = """\
lead: health
indicators: []"""
GOOD = """\
lead: health
indicators:
  - id: prenatal-tests
    name: 产前筛查
    kind: coverage
    unit: 人"""


def check(context: Context) -> Iterator[Said]:
    """Projects and plans without content."""
    plan = context.plan
    if plan is None:
        return
    root = plan.mapping
    if not plan.projects and not (
        root.values.get("projects") and getattr(root.values["projects"], "items", None)
    ):
        yield Said(
            context.plan_file,
            root.key("projects"),
            "计划里一个项目都没有",
            "照计划原文，把项目一个一个写在 projects 下面",
        )
    for project in plan.projects:
        listed = project.mapping.values.get("indicators")
        if not project.indicators and not getattr(listed, "items", None):
            yield Said(
                context.plan_file,
                project.mapping.key("indicators"),
                f"“{project.name}”一个指标都没有，说不出来办到哪一步",
                "至少写一个，例如 indicators: [{id: 代号, name: 名称, kind: quantity, target: 目标数, unit: 单位}]",
            )
