"""The plan: what data/projects.yaml may hold (docs/files.md)."""

from decimal import Decimal
from functools import cached_property
from typing import Annotated, NamedTuple

from pydantic import Field

from minsheng_cli.fields.placed import Bare, Placed
from minsheng_cli.fields.scalars import DayField, DayOfMonth, Flag, Id, Line, Percent, Whole, Year
from minsheng_cli.kinds.coverage import Coverage
from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.kinds.total import Total
from minsheng_cli.kinds.trend import Trend
from minsheng_cli.month import Month

AnyIndicator = Quantity | Total | Coverage | Milestone | Trend
KINDS: dict[str, type[AnyIndicator]] = {
    "quantity": Quantity,
    "total": Total,
    "coverage": Coverage,
    "milestone": Milestone,
    "trend": Trend,
}


class DeadlineAdjustment(Placed):
    """A deadline moved with authority, decided on `date`; `was` is the date that it had until then."""

    date: DayField
    was: DayField
    reason: Line
    document: Line


class Deadline(Placed):
    """A date by which the plan wants `percent` of every target; an aim unless it binds."""

    id: Id
    name: Line
    date: DayField
    percent: Percent
    binding: Flag = True
    basis: Line | None = None
    adjustments: list[DeadlineAdjustment] = []

    @cached_property
    def month(self) -> Month:
        """The month that the deadline falls in."""
        return Month.on(self.date)


class Reporting(Placed):
    """When a month's report is due: by this day of the next month."""

    due_day: DayOfMonth


class Header(Placed):
    """The section `plan`: whose promises these are, and by when."""

    title: Line
    county: Line
    year: Year
    lead: Id
    start: DayField
    deadlines: list[Deadline]
    source: Line | None = None
    at_risk_below: Percent = Decimal(95)
    reporting: Reporting | None = None

    @cached_property
    def first_month(self) -> Month:
        """`s`, the month of the plan's start."""
        return Month.on(self.start)

    @cached_property
    def last_month(self) -> Month:
        """The last month that can be reported: December of the year, or the last deadline's if later."""
        return max([Month.of(self.year, 12), *(deadline.month for deadline in self.deadlines)])

    @cached_property
    def in_order(self) -> list[Deadline]:
        """The deadlines by date."""
        return sorted(self.deadlines, key=lambda deadline: deadline.date)

    def binds(self, deadline: Deadline) -> bool:
        """Whether `deadline` binds; where none does, the last one."""
        if any(each.binding for each in self.deadlines):
            return deadline.binding
        return deadline is self.in_order[-1]


class Department(Placed):
    """A department of the county."""

    name: Line
    short: Line | None = None


class Project(Placed):
    """One promise made in public, with what it is measured by."""

    no: Whole
    id: Id
    name: Line
    lead: Id
    indicators: list[Annotated[AnyIndicator, Field(discriminator="kind")]]
    area: Id | None = None
    partners: list[Id] = []
    inferred: list[Line] = []
    promise: Line | None = None
    note: Line | None = None


class Responsibility(NamedTuple):
    """Who answers for what: 谁主管谁负责, each indicator by exactly one department."""

    project: Project
    indicator: AnyIndicator
    department: str


class PlanFile(Placed):
    """data/projects.yaml."""

    plan: Header
    departments: Annotated[dict[Id, Department], Bare]
    projects: list[Project]
    areas: Annotated[dict[Id, Line], Bare] = {}

    @property
    def responsibilities(self) -> dict[str, Responsibility]:
        """Every indicator by its id, with its project and the department that answers for it."""
        found: dict[str, Responsibility] = {}
        for project in self.projects:
            for indicator in project.indicators:
                found.setdefault(
                    indicator.id, Responsibility(project, indicator, self.answers(project, indicator))
                )
        return found

    def answers(self, project: Project, indicator: AnyIndicator) -> str:
        """The department that answers for an indicator: its own, or the project's lead."""
        return indicator.department or project.lead

    def department_name(self, department: str) -> str:
        """The short name of a department, as bulletins print it."""
        found = self.departments.get(department)
        return department if found is None else found.short or found.name
