"""A file is named after its department, so that everybody finds it and nobody reports twice."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said, file_stem

SEVERITY = "error"
TITLE = "文件名与部门不符"


def check(context: Context) -> Iterator[Said]:
    """`department` against the file's name."""
    for document, file in context.ledger.progress:
        stem = file_stem(document.path)
        if file.department != stem:
            at = file.mapping.value("department")
            message = f"文件名是{stem}.yaml，里面写的部门却是“{file.department}”"
            yield Said(
                document.path, at, message, f"改成 department: {stem}，或把文件改名为 {file.department}.yaml"
            )
