"""Areas are a list of their own; a misspelt one would count its projects nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "领域不在名单中"
WHY = "领域是单独列的一份名单，报表按领域汇总时用。代号写错了，这个项目就不知道该归到哪个领域。"
MEND = "照 areas 名单里的代号改；确实是新领域的，先在名单里加上一行。"
BAD = """\
name: 城乡道路提升
area: travels"""
GOOD = """\
name: 城乡道路提升
area: travel"""


def check(context: Context) -> Iterator[Said]:
    """Areas of projects against the list of areas."""
    plan = context.plan
    if plan is None or ("areas" in plan.mapping.values and context.doubts(plan.mapping, "areas")):
        return
    for project in plan.projects:
        if project.area is not None and project.area not in plan.areas:
            new = f"改成名单里的领域代号；是新领域的，先在 areas 下加一行 {project.area}: 领域名称；不归类的，删掉这一行"
            hint = partial(did_you_mean, project.area, plan.areas, new)
            yield Said(
                context.plan_file,
                project.mapping.value("area"),
                f"领域“{project.area}”不在 areas 名单里",
                hint,
            )
