"""An indicator left out of a report that was made is carried forward; mostly it was forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "warning"
TITLE = "月报漏了指标"
WHY = "漏了的指标，报表只能沿用上一次的数。多半是填表时少了一行，做出来的进度没有算上。"
MEND = "补上这个指标的累计数；没有进展的，照填上次的数。"
BAD = """\
- month: 2024-04
  reported_on: 2024-05-03
  figures:
    rural-roads: {done: 7.85, note: 雨天多}"""
GOOD = """\
- month: 2024-04
  reported_on: 2024-05-03
  figures:
    rural-roads: {done: 7.85, note: 雨天多}
    street-lamps: 912"""


def check(context: Context) -> Iterator[Said]:
    """Reports against the indicators that their department answers for."""
    for document, file in context.ledger.progress:
        if document.path in context.broken_files:
            continue
        if not context.declared.complete:
            continue
        own = [
            name
            for name in context.answered_by.get(file.department, [])
            if not (found := context.responsibilities[name]).indicator.derived and context.owner_known(found)
        ]
        for report in file.reports:
            left_out = [name for name in own if name not in report.figures]
            if left_out:
                names = "、".join(map(context.indicator, left_out))
                at = report.mapping.key("figures")
                message = f"{report.month}的月报漏了{len(left_out)}个指标：{names}，沿用上一次的数"
                yield Said(
                    document.path, at, message, "把漏了的补上，写从年初起的累计数；没有进展的，照填上次的数"
                )
