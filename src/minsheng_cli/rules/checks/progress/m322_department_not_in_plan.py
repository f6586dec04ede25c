"""Only departments of the plan report."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "部门不在计划名单中"


def check(context: Context) -> Iterator[Said]:
    """Departments of files against the plan."""
    plan = context.plan
    if plan is None or context.doubts(plan.mapping, "departments"):
        return
    for document, file in context.ledger.progress:
        if file.department not in plan.departments:
            at = file.mapping.value("department")
            hint = did_you_mean(
                file.department, plan.departments, "在计划的 departments 下补上这个部门，或删掉这个文件"
            )
            yield Said(document.path, at, f"部门“{file.department}”不在计划的部门名单里", hint)
