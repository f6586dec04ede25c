"""A file is named after its department, so that everybody finds it and nobody reports twice."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said, file_stem

SEVERITY = "error"
TITLE = "文件名与部门不符"


def check(context: Context) -> Iterator[Said]:
    """`department` against the file's name."""
    plan = context.plan
    present = {file_stem(document.path) for document, _ in context.ledger.progress}
    for document, file in context.ledger.progress:
        stem = file_stem(document.path)
        if plan is not None and file.department not in plan.departments:
            continue  # M322 says that
        if file.department != stem:
            at = file.mapping.value("department")
            message = f"文件名是{stem}.yaml，里面写的部门却是“{file.department}”"
            rename = f"把文件改名为 {file.department}.yaml"
            rewrite = f"改成 department: {stem}"
            known = plan is None or stem in plan.departments
            hint = rewrite if file.department in present else f"{rewrite}，或{rename}" if known else rename
            yield Said(document.path, at, message, hint)
