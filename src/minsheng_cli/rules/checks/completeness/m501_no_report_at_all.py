"""A department that answers for a promise and has never reported: its projects read 未报."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said, reporting_departments
from minsheng_cli.source.nodes import MappingNode

SEVERITY = "warning"
TITLE = "部门一次也没有报"
WHY = "部门一次也没有报，它负责的项目就只能印“未报”，做了没做谁也不知道。"
MEND = "催部门报数，写法照别的部门的文件；确实没有报的就空着，不要替它填。"
BAD = "reports: []"
GOOD = """\
reports:
  - month: 2024-03
    reported_on: 2024-04-02
    figures:
      rural-roads: 4.2
      street-lamps: 860"""


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
                    "请催报；报来后照别的部门的写法填在 reports 下面",
                )
        elif path.removesuffix(".yaml") not in tried:
            at = plan.departments[name].mapping.at
            holder = plan.mapping.values.get("departments")
            at = holder.key(name) if isinstance(holder, MappingNode) else at
            yield Said(
                context.plan_file,
                at,
                f"{context.department(name)}负责的指标没有人报，还没有 {path} 这个文件",
                f"请催报；报来后建这个文件，第一行写 department: {name}，下面的写法照别的部门的文件",
            )
