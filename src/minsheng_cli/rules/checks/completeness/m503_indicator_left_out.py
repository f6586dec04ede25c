"""An indicator left out of a report that was made is carried forward; mostly it was forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "warning"
TITLE = "月报漏了指标"


def check(context: Context) -> Iterator[Said]:
    """Reports against the indicators that their department answers for."""
    for document, file in context.ledger.progress:
        if document.path in context.broken_files:
            continue
        if not context.declared.complete:
            continue
        own = [
            name
            for name, found in context.responsibilities.items()
            if found.department == file.department
            and not found.indicator.derived
            and context.owner_known(found)
        ]
        for report in file.reports:
            left_out = [name for name in own if name not in report.figures]
            if left_out:
                names = "、".join(map(context.indicator, left_out))
                at = report.mapping.key("figures")
                message = f"{report.month}的月报漏了{len(left_out)}个指标：{names}，沿用上一次的数"
                yield Said(document.path, at, message, "补上累计数；没有进展也照填上月的数")
