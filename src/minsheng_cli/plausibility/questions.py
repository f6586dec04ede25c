"""Everything in a ledger that is worth a question, as data; nothing of what the plan itself gets wrong."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.finding import Misfit
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.model.series import Series
from minsheng_cli.month import Month
from minsheng_cli.plausibility.increments import increments_typed
from minsheng_cli.plausibility.runs import odd_runs
from minsheng_cli.plausibility.trail import of_eligible, trail_of
from minsheng_cli.plausibility.values import odd_values


def questions(
    plan: PlanFile, series: dict[str, Series], misplaced: set[tuple[str, Month]]
) -> Iterator[Misfit]:
    """Questions about figures, each figure's most certain one; `misplaced` are reports whose month is wrong."""
    for each in series.values():
        trail = trail_of(each, plan.plan, misplaced) if each.sound else None
        if trail is None:
            continue
        asked = list(odd_values(trail))
        if trail.indicator.kind == "coverage":
            asked += odd_values(of_eligible(trail))
        yield from asked
        blamed = {each.about["month"] for each in asked}
        rest = trail.without({told.month for told in trail.told if str(told.month) in blamed})
        typed = list(increments_typed(rest))
        yield from typed
        if not typed:
            yield from odd_runs(rest)
