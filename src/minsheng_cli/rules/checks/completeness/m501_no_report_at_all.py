"""A department that answers for a promise and has never reported: its projects read 未报."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said, reporting_departments
from minsheng_cli.source.nodes import MappingNode

SEVERITY = "warning"
TITLE = "部门一次也没有报"


def check(context: Context) -> Iterator[Said]:
    """Departments that owe reports, once anybody has reported."""
    plan = context.plan
    if plan is None or not any(file.reports for _, file in context.ledger.progress):
        return
    files = {file.department: (document, file) for document, file in context.ledger.progress}
    tried = {document.path.rpartition(".")[0] for document in context.ledger.progress_documents}
    for name in reporting_departments(context):
        if name not in plan.departments:
            continue
        path = f"data/progress/{name}.yaml"
        if name in files:
            document, file = files[name]
            if not file.reports and document.path not in context.broken_files:
                yield Said(
                    document.path,
                    file.mapping.key("reports"),
                    f"{context.department(name)}还没有报过一次",
                    "请催报，按模板填上月报",
                )
        elif path.removesuffix(".yaml") not in tried:
            at = plan.departments[name].mapping.at
            holder = plan.mapping.values.get("departments")
            at = holder.key(name) if isinstance(holder, MappingNode) else at
            yield Said(
                context.plan_file,
                at,
                f"{context.department(name)}负责的指标没有人报：缺少文件 {path}",
                "请催报；文件里写 department 和 reports",
            )
