"""A promise needs somebody who answers for it; a misspelt department answers for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "部门不在名单中"
WHY = "每件事都要有部门负责。代号写错一个字母，这件事就没有部门认领，催报也催不到人。"
MEND = "照 departments 名单里的代号改；确实是新部门的，先在名单里加上一行。"
BAD = """\
name: 城乡道路提升
area: travel
lead: transports"""
GOOD = """\
name: 城乡道路提升
area: travel
lead: transport"""


def check(context: Context) -> Iterator[Said]:
    """Leads, partners and responsible departments against the list of departments."""
    plan = context.plan
    if plan is None or context.doubts(plan.mapping, "departments"):
        return
    named = [(plan.plan.lead, plan.plan.mapping.value("lead"))]
    for project in plan.projects:
        named.append((project.lead, project.mapping.value("lead")))
        named += [
            (name, project.item_node("partners", index).at) for index, name in enumerate(project.partners)
        ]
        named += [
            (indicator.department, indicator.mapping.value("department"))
            for indicator in project.indicators
            if indicator.department is not None
        ]
    for name, at in named:
        if name not in plan.departments:
            new = f"改成名单里的部门代号；是新部门的，先在 departments 下加一行 {name}: {{name: 部门全称}}"
            hint = partial(did_you_mean, name, plan.departments, new)
            yield Said(context.plan_file, at, f"部门“{name}”不在 departments 名单里", hint)
