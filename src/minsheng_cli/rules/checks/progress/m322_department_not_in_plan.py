"""Only departments of the plan report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from minsheng_cli.rules.context import Context, Said, file_stem
from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "部门不在计划名单中"
WHY = "只有计划名单里的部门才有任务要报。名单里没有的部门，报来的数没有地方记。"
MEND = "代号写错的，照计划的 departments 名单改；确实是新部门的，先请台账管理员加进名单。"
BAD = "department: transprt"
GOOD = "department: transport"


def check(context: Context) -> Iterator[Said]:
    """Departments of files against the plan."""
    plan = context.plan
    if plan is None or context.doubts(plan.mapping, "departments"):
        return
    for document, file in context.ledger.progress:
        if file.department not in plan.departments:
            at = file.mapping.value("department")
            stem = file_stem(document.path)
            add = f"是新部门的，先在 {context.plan_file} 的 departments 下加一行 {file.department}: {{name: 部门全称}}；不该有这个文件的，把它移走"
            hint = (
                f"照文件名，请改成：{stem}"
                if stem in plan.departments
                else partial(did_you_mean, file.department, plan.departments, add)
            )
            yield Said(document.path, at, f"部门“{file.department}”不在计划的部门名单里", hint)
