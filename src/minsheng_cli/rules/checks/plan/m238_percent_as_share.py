"""A percentage typed as a share (0.9 for 90): everything would count as reached at once, and nothing would look wrong."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from minsheng_cli.finding import Position
from minsheng_cli.kinds.coverage import Coverage
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.numbers import written
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.terms import key_name

SEVERITY = "warning"
TITLE = "百分比像是写成了小数"
WHY = "这里填的是百分数，90就是90%。写成0.9就成了千分之九，还没开工就算达到要求，报表上看不出毛病。"
MEND = "改成百分数，90%写成90。"
BAD = "- {id: september, name: 基本完成, date: 2024-09-30, percent: 0.8, binding: false, basis: 方案要求9月底前完成八成}"
GOOD = "- {id: september, name: 基本完成, date: 2024-09-30, percent: 80, binding: false, basis: 方案要求9月底前完成八成}"


class _Percent(NamedTuple):
    key: str
    value: Decimal
    at: Position


def check(context: Context) -> Iterator[Said]:
    """Percentages of the plan that lie between 0 and 1."""
    if context.plan is None:
        return
    for key, value, at in _percents(context.plan):
        if 0 < value < 1:
            mend = written(Fraction(value) * 100)
            message = f"{key_name(key)}写的是{value}，也就是{value}%，像是把{mend}%写成了小数"
            yield Said(context.plan_file, at, message, f"这里填百分数，请改成：{mend}")


def _percents(plan: PlanFile) -> Iterator[_Percent]:
    header = plan.plan
    if "at_risk_below" in header.mapping.values:
        yield _Percent("at_risk_below", header.at_risk_below, header.mapping.value("at_risk_below"))
    for deadline in header.deadlines:
        yield _Percent("percent", deadline.percent, deadline.mapping.value("percent"))
    for project in plan.projects:
        for indicator in project.indicators:
            if isinstance(indicator, Coverage) and "target_percent" in indicator.mapping.values:
                at = indicator.mapping.value("target_percent")
                yield _Percent("target_percent", indicator.target_percent, at)
            for own in indicator.required.values():
                yield _Percent("percent", own.percent, own.mapping.value("percent"))
