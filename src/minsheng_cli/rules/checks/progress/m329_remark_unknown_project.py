"""A problem filed under a project that does not exist reaches nobody."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "问题或亮点的项目不存在"


def check(context: Context) -> Iterator[Said]:
    """Projects named by problems and highlights."""
    plan = context.plan
    if plan is None or not context.declared.complete:
        return
    known = context.declared.projects
    for document, file in context.ledger.progress:
        for report in file.reports:
            for remark in (*report.problems, *report.highlights):
                if remark.project is not None and remark.project not in known:
                    hint = did_you_mean(remark.project, known, "写计划里项目的代号（id）")
                    yield Said(
                        document.path,
                        remark.mapping.value("project"),
                        f"计划里没有“{remark.project}”这个项目",
                        hint,
                    )
