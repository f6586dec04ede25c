"""A project without an indicator can never be shown to be kept."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "项目没有指标"


def check(context: Context) -> Iterator[Said]:
    """Projects and plans without content."""
    plan = context.plan
    if plan is None:
        return
    root = plan.mapping
    if not plan.projects and not (
        root.values.get("projects") and getattr(root.values["projects"], "items", None)
    ):
        yield Said(context.plan_file, root.key("projects"), "计划里一个项目都没有", "在 projects 下写上项目")
    for project in plan.projects:
        listed = project.mapping.values.get("indicators")
        if not project.indicators and not getattr(listed, "items", None):
            yield Said(
                context.plan_file,
                project.mapping.key("indicators"),
                f"“{project.name}”没有指标，完成与否无从判断",
                "至少写一个指标",
            )
