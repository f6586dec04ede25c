"""The series that something's standing rests on: its own, and those that its totals add up."""

from __future__ import annotations

from minsheng_cli.model.plan import Header, Project
from minsheng_cli.model.series import Figures, Series
from minsheng_cli.month import Month
from minsheng_cli.status.course import courses, parts
from minsheng_cli.status.indicator import stand
from minsheng_cli.status.standing import IndicatorStanding


def indicator_in(figures: Figures, header: Header, name: str, month: Month) -> IndicatorStanding | None:
    """One indicator in `month`, as `roll_up` has it; None where the plan has none of that id."""
    if name not in figures.series:
        return None
    course = courses(_resting_on(figures, [name]), month)[name]
    return stand(course, header, month, left_out=False)


def own_series(figures: Figures, project: Project) -> dict[str, Series]:
    """The series that a project's standing rests on: its indicators', and those that its totals add up."""
    return _resting_on(figures, [indicator.id for indicator in project.indicators])


def _resting_on(figures: Figures, waiting: list[str]) -> dict[str, Series]:
    """The series of these indicators, and those that the totals among them add up."""
    found: dict[str, Series] = {}
    while waiting:
        name = waiting.pop()
        if name not in found and name in figures.series:
            found[name] = figures.series[name]
            waiting += parts(found[name])
    return found
