"""Figures under an id that the plan does not have would count for nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from minsheng_cli.finding import Position
from minsheng_cli.model.progress import ProgressFile, Report
from minsheng_cli.rules.context import Context, Said, named_indicators
from minsheng_cli.similar import nearest
from minsheng_cli.source.nodes import MappingNode

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
            if name in known:
                continue
            if (spaces := _beside_figures(file, name, at)) is not None:
                message = f"“{name}”不是指标，要和 figures 左边对齐，这里写到它下面去了"
                yield Said(document.path, at, message, f"这一行开头改成{spaces}个空格")
            else:
                hint = partial(_mend, context, name, beside, own, known)
                yield Said(document.path, at, f"计划里没有“{name}”这个指标", hint)


def _beside_figures(file: ProgressFile, name: str, at: Position) -> int | None:
    """How far in a report's own key should begin that stands among its figures."""
    if name not in Report.model_fields:
        return None
    for report in file.reports:
        figures = report.mapping.values.get("figures")
        if isinstance(figures, MappingNode) and figures.key(name) == at and not figures.flow:
            return report.mapping.at.column - 1
    return None


def _mend(context: Context, name: str, beside: Collection[str], own: list[str], known: set[str]) -> str:
    """The department's own indicator that is nearest and not named beside it; else what there is."""
    if near := nearest(name, [other for other in own if other not in beside]):
        return f"是不是“{near}”？如是，请改成：{near}"
    other = nearest(name, known)
    found = context.responsibilities.get(other) if other else None
    if other in own:
        return f"{context.indicator(other)}这里已经有了，删掉多出来的这一行"
    if other and found and context.owner_known(found):
        owner = context.department(found.department)
        return f"是不是{context.indicator(other)}？那个由{owner}报，不由本部门报，删掉这一行"
    if not own:
        return "改成计划里的指标代号；计划没有要求报的，删掉这一行"
    return f"计划没有要求报的，删掉这一行；本部门要报的有{'、'.join(map(context.indicator, own))}"
