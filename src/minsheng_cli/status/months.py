"""One project month by month: how it stood in each, as a report of that month says (docs/rules.md)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from minsheng_cli.kinds.indicator import Adjustment
from minsheng_cli.model.ledger import Ledger
from minsheng_cli.model.plan import PlanFile, Project
from minsheng_cli.model.progress import Report
from minsheng_cli.model.series import Figures
from minsheng_cli.month import Month
from minsheng_cli.status.resting import own_series
from minsheng_cli.status.rollup import late, left_out_departments, project_in
from minsheng_cli.status.standing import IndicatorStanding, ProjectStanding

MOST_MONTHS = 120
"""Months that are looked at, the latest ones; a plan of ten years has no more."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Whether and when a department that answers for the project handed in a month's report."""

    department: str
    reported_on: datetime.date | None
    late: bool


@dataclass(frozen=True, slots=True)
class ProjectMonth:
    """The project in one month, judged with the figures and the targets that were known then."""

    month: Month
    standing: ProjectStanding
    deliveries: list[Delivery]


@dataclass(frozen=True, slots=True)
class MonthByMonth:
    """A project in the report month and in each month before it, oldest first; the last is the report month."""

    plan: PlanFile
    project: Project
    months: list[ProjectMonth]
    shortened: bool
    """Whether there are months before the first of `months` that were not looked at."""
    sample: bool
    """Whether anything said of the project is from an illustrative file."""
    left_out: list[str]
    """All files that were left out because they are broken."""
    missing: list[str]
    """Departments whose figures the project rests on and whose file was left out."""

    @property
    def month(self) -> Month:
        """The report month."""
        return self.months[-1].month

    @property
    def standing(self) -> ProjectStanding:
        """The project in the report month."""
        return self.months[-1].standing

    @property
    def reported(self) -> list[ProjectMonth]:
        """The months from the first on in which any of its indicators has a figure."""
        return [
            each for each in self.months if any(one.point is not None for one in each.standing.indicators)
        ]

    def of(self, position: int) -> list[tuple[Month, IndicatorStanding]]:
        """One indicator's months, by its place in the project."""
        return [(each.month, each.standing.indicators[position]) for each in self.months]


def month_by_month(
    ledger: Ledger, figures: Figures, project: Project, month: Month, left_out: Sequence[str] = ()
) -> MonthByMonth:
    """A project from the plan's start to `month`. The ledger must be valid and have a plan."""
    plan = ledger.plan
    assert plan is not None
    first = max(plan.plan.first_month, month + (1 - MOST_MONTHS))
    own = own_series(figures, project).values()
    resting_on = {each.responsibility.department for each in own}
    files = {file.department: file for _, file in ledger.progress}
    answering = list(
        dict.fromkeys(plan.answers(project, each) for each in project.indicators if not each.derived)
    )
    reports = {
        (name, report.month): report for name in answering if name in files for report in files[name].reports
    }

    def delivery(name: str, when: Month) -> Delivery:
        report = reports.get((name, when))
        if report is None:
            return Delivery(name, None, late=False)
        return Delivery(name, report.reported_on, late=late(plan.plan, report))

    return MonthByMonth(
        plan=plan,
        project=project,
        months=[
            ProjectMonth(
                when,
                project_in(ledger, figures, project, when, left_out),
                [delivery(name, when) for name in answering],
            )
            for when in (first + number for number in range(month - first + 1))
        ],
        shortened=first > plan.plan.first_month,
        sample=any(
            file.sample and (name in resting_on or _speaks_of(file.reports, project))
            for name, file in files.items()
        ),
        left_out=list(left_out),
        missing=[name for name in plan.departments if name in left_out_departments(left_out) & resting_on],
    )


def _speaks_of(reports: Sequence[Report], project: Project) -> bool:
    """Whether a report names the project in a problem or a highlight."""
    return any(
        remark.project == project.id
        for report in reports
        for remark in (*report.problems, *report.highlights)
    )


def in_force(standing: IndicatorStanding, month: Month) -> list[Adjustment]:
    """The adjustments of an indicator's target that are in force by the end of `month`, oldest first."""
    due = [each for each in standing.indicator.adjustments if each.date <= month.last_day]
    return sorted(due, key=lambda each: each.date)
