"""Areas are a list of their own; a misspelt one would count its projects nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "领域不在名单中"


def check(context: Context) -> Iterator[Said]:
    """Areas of projects against the list of areas."""
    plan = context.plan
    if plan is None or ("areas" in plan.mapping.values and context.doubts(plan.mapping, "areas")):
        return
    for project in plan.projects:
        if project.area is not None and project.area not in plan.areas:
            hint = did_you_mean(project.area, plan.areas, f"在 areas 下补上 {project.area}，或删掉这一行")
            yield Said(
                context.plan_file,
                project.mapping.value("area"),
                f"领域“{project.area}”不在 areas 名单里",
                hint,
            )
