"""Figures under an id that the plan does not have would count for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said, named_indicators
from minsheng_cli.similar import nearest

SEVERITY = "error"
TITLE = "指标不在计划中"


def check(context: Context) -> Iterator[Said]:
    """Ids of figures and schedules against the plan."""
    if context.plan is None or not context.declared.complete:
        return
    known = context.declared.indicators | set(context.responsibilities)
    for document, file in context.ledger.progress:
        own = [
            name for name, found in context.responsibilities.items() if found.department == file.department
        ]
        for name, at in named_indicators(file):
            if name not in known:
                listed = f"本部门的指标有：{'、'.join(own)}" if own else "改成计划里的指标代号"
                near = nearest(name, own) or nearest(name, known)
                hint = f"是不是“{near}”？如是，请改成：{near}" if near else listed
                yield Said(document.path, at, f"计划里没有“{name}”这个指标", hint)
