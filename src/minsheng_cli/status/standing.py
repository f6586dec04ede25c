"""Where things stand: the finished result of a report month, which views only choose from and print.

Rates, completions and expectations are exact Fractions (1 is 100%); levels are in the indicator's unit.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from minsheng_cli.model.plan import AnyIndicator, Deadline, PlanFile, Project
from minsheng_cli.month import Month
from minsheng_cli.status.course import Course, Point

DeadlineStatus = Literal["missed", "unreported", "at-risk", "behind", "on-track", "met"]
Status = Literal["completed", "on-track", "behind", "at-risk", "missed", "unreported", "not-started"]
Basis = Literal["schedule", "default", "requirement"]

WORST_FIRST: tuple[DeadlineStatus, ...] = ("missed", "unreported", "at-risk", "behind", "on-track", "met")
URGENCY: tuple[Status, ...] = (
    "missed",
    "unreported",
    "at-risk",
    "behind",
    "not-started",
    "on-track",
    "completed",
)
"""Overall statuses, what wants attention first."""
STATUSES: tuple[Status, ...] = (
    "completed",
    "on-track",
    "behind",
    "at-risk",
    "missed",
    "unreported",
    "not-started",
)


class DeadlineStanding(NamedTuple):
    """One indicator towards one deadline."""

    deadline: Deadline
    binding: bool
    passed: bool
    required_percent: Decimal
    full: Fraction
    """`T` as this deadline sees it: in force in the report month, or in the deadline's once it has passed."""
    places: int
    """Decimal places of that target, to which what is derived is printed."""
    required: Fraction | None
    """`R(D)`; None for a trend."""
    status: DeadlineStatus
    expected: Fraction | None
    """`e(D)` as a level; None for a trend."""
    expected_rate: Fraction | None
    """`e(D)` as a share of the full target."""
    basis: Basis | None
    met_in: Month | None
    gap: Fraction | None
    pace: Fraction | None
    pace_needed: Fraction | None
    forecast: Month | None


class IndicatorStanding(NamedTuple):
    """One indicator in the report month."""

    indicator: AnyIndicator
    department: str
    course: Course
    target: Decimal | None
    original_target: Decimal | None
    point: Point | None
    carried_from: Month | None
    rate: Fraction | None
    completion: Fraction | None
    full: bool
    """At its full target as it stands (or outside every rate)."""
    status: Status
    started: bool
    increment: Fraction | None
    increment_since: Month | None
    left_out: bool
    """Its department's file has errors and was left out: nothing is known, which is not 未报."""
    deadlines: list[DeadlineStanding]

    @property
    def nearest(self) -> DeadlineStanding:
        """Towards the nearest binding deadline ahead, else the last one."""
        binding = [each for each in self.deadlines if each.binding]
        return next((each for each in binding if not each.passed), binding[-1])

    @property
    def by_default(self) -> bool:
        """默认序时: something expected of it is the default's straight line."""
        return not self.left_out and any(each.basis == "default" for each in self.deadlines)

    @property
    def open_base(self) -> bool:
        """底数未报: a coverage whose latest report lacks eligible."""
        return (
            self.indicator.kind == "coverage"
            and self.point is not None
            and self.point.reading.eligible is None
        )

    @property
    def baseline_month(self) -> bool:
        """基数月: a trend whose only report so far is its baseline."""
        return (
            self.indicator.kind == "trend"
            and len(self.course.points) == 1
            and getattr(self.indicator, "baseline", None) is None
        )


class ProjectDeadline(NamedTuple):
    """A project towards one deadline: the worst of its indicators and parts."""

    deadline: Deadline
    binding: bool
    passed: bool
    status: DeadlineStatus


class ProjectStanding(NamedTuple):
    """One project in the report month."""

    project: Project
    status: Status
    completion: Fraction | None
    full: bool
    increment: Fraction | None
    expected: Fraction | None
    started: bool
    carried_from: Month | None
    problems: list[str]
    highlights: list[str]
    deadlines: list[ProjectDeadline]
    indicators: list[IndicatorStanding]


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """A department or an area: the mean over its projects."""

    id: str
    name: str
    completion: Fraction | None
    full: bool
    projects: list[int]


@dataclass(frozen=True, slots=True)
class DepartmentStanding(GroupStanding):
    """A department, with its report of the month."""

    reported: bool
    reported_on: datetime.date | None
    late: bool
    sample: bool
    answers: bool
    """Answers for an indicator that needs a report."""
    left_out: bool
    """Its file has errors and was left out."""
    problems: list[str]
    highlights: list[str]


class CountyStanding(NamedTuple):
    """Everything that a report says of one month."""

    plan: PlanFile
    month: Month
    sample: bool
    completion: Fraction | None
    full: bool
    expected: Fraction | None
    expected_full: bool
    projects: list[ProjectStanding]
    departments: list[DepartmentStanding]
    areas: list[GroupStanding]
    left_out: list[str]
    """Files left out because they are broken (`--allow-invalid`)."""

    @property
    def counts(self) -> dict[Status, int]:
        """How many projects have each status."""
        return {status: sum(each.status == status for each in self.projects) for status in STATUSES}

    @property
    def unreported(self) -> list[DepartmentStanding]:
        """Departments that owe a report of the month and have none."""
        return [each for each in self.departments if each.answers and not each.reported]

    @property
    def late(self) -> list[DepartmentStanding]:
        """Departments whose report came after the due day."""
        return [each for each in self.departments if each.late]
