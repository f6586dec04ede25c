"""Figures under an id that the plan does not have would count for nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from minsheng_cli.rules.context import Context, Said, named_indicators
from minsheng_cli.similar import nearest

SEVERITY = "error"
TITLE = "指标不在计划中"
WHY = "报来的数靠代号对上计划。代号对不上，这个数没有地方记，真正要报的指标反倒成了漏报。"
MEND = "照计划里的代号改；计划没有要求报的，删掉这一行。"
BAD = """\
rural-roads: {done: 7.85, note: 雨天多}
street-lamp: 912"""
GOOD = """\
rural-roads: {done: 7.85, note: 雨天多}
street-lamps: 912"""


def check(context: Context) -> Iterator[Said]:
    """Ids of figures and schedules against the plan."""
    if context.plan is None or not context.declared.complete:
        return
    known = context.declared.indicators | set(context.responsibilities)
    for document, file in context.ledger.progress:
        own = context.answered_by.get(file.department, [])
        for name, at, beside in named_indicators(file):
            if name not in known:
                hint = partial(_mend, context, name, beside, own, known)
                yield Said(document.path, at, f"计划里没有“{name}”这个指标", hint)


def _mend(context: Context, name: str, beside: Collection[str], own: list[str], known: set[str]) -> str:
    """The department's own indicator that is nearest and not named beside it; else what there is."""
    if near := nearest(name, [other for other in own if other not in beside]):
        return f"是不是“{near}”？如是，请改成：{near}"
    other = nearest(name, known)
    found = context.responsibilities.get(other) if other else None
    if other in own:
        return f"{context.indicator(other)}这里已经有了，多出来的这一行删掉"
    if other and found and context.owner_known(found):
        owner = context.department(found.department)
        return f"是不是{context.indicator(other)}？那个由{owner}报，不由本部门报，从这里删掉"
    if not own:
        return "改成计划里的指标代号；计划没有要求报的，删掉这一行"
    return f"计划没有要求报的，删掉这一行；本部门要报的有{'、'.join(map(context.indicator, own))}"
