"""Each indicator has exactly one department that answers for it (谁主管谁负责)."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said, file_stem, named_indicators

SEVERITY = "error"
TITLE = "报了别的部门的指标"


def check(context: Context) -> Iterator[Said]:
    """Figures and schedules of indicators that another department answers for."""
    for document, file in context.ledger.progress:
        if file.department != file_stem(document.path):
            continue  # the file speaks for another department altogether: M321 says that
        for name, at in named_indicators(file):
            found = context.responsibilities.get(name)
            if found is not None and context.owner_known(found) and found.department != file.department:
                owner = context.department(found.department)
                message = f"“{name}”（{found.indicator.name}）由{owner}负责，不由本部门报送"
                yield Said(
                    document.path,
                    at,
                    message,
                    f"从这里删掉，交{owner}填在 {found.department}.yaml；或核对计划里的责任单位",
                )
