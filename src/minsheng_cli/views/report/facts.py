"""What a row of a report holds, in every format that has words: figures, increments, reporting, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.month import Month
from minsheng_cli.numbers import difference, exact, percent
from minsheng_cli.status.standing import (
    DepartmentStanding,
    IndicatorStanding,
    ProjectStanding,
)
from minsheng_cli.views.report.words import project_step
from minsheng_cli.views.words import LATE, joined, month_word, signed

NOT_REPORTED = "未报"
THEN, NOW = "当时", "现在"
"""The sides of a report beside a revision."""
MOST_NAMED = 20
"""Names in one sentence; all of them stand elsewhere."""


def in_percent(rate: Fraction | None, *, full: bool | None = None) -> Decimal | None:
    """A rate in percent, as every format prints it; `full`: of a mean, whether it may read 100.0."""
    return None if rate is None else percent(rate, full=full)


def in_points(value: Fraction | None) -> Decimal | None:
    """A difference in percentage points."""
    return None if value is None else difference(value)


def month_text(month: Month | None) -> str | None:
    """A month as the files write it."""
    return None if month is None else str(month)


def items_done(standing: IndicatorStanding) -> dict[str, bool] | None:
    """The named items, and which of them are done; None where the plan names none."""
    quantity = standing.indicator if isinstance(standing.indicator, Quantity) else None
    if quantity is None or quantity.items is None:
        return None
    finished = (standing.point.reading.items or ()) if standing.point else ()
    return {name: name in finished for name in quantity.items}


def named(names: Sequence[str]) -> str:
    """Names in a sentence, as many as a person would read."""
    return "、".join(names[:MOST_NAMED]) + ("等" if len(names) > MOST_NAMED else "")


def baseline(standing: IndicatorStanding) -> Decimal | None:
    """What a trend is compared with, or a total begins from."""
    start = standing.course.start
    return exact(start) if start is not None and standing.indicator.kind in ("trend", "total") else None


def points(value: Fraction | None) -> str:
    """Percentage points with their sign; `--` where nothing can be said."""
    if value is None:
        return "--"
    printed = difference(value)
    return f"+{printed}" if printed > 0 else str(printed)


def increment(standing: IndicatorStanding, month: Month, year: int) -> str:
    """本月新增 where the report before is the month before's; else since when (6月以来)."""
    if standing.increment is None:
        return "--"
    text = signed(standing.increment, None)
    since = standing.increment_since
    if since is None or since == month + -1:
        return text
    return f"{text}（{month_word(since, year)}以来）"


def reporting(department: DepartmentStanding) -> str:
    """Whether a department has reported the month, and when it was due."""
    if department.left_out:
        return "文件有错"
    if not department.answers:
        return "不报送"
    if not department.reported:
        return NOT_REPORTED
    return "迟报" if department.late else "按时"


def project_lines(standing: ProjectStanding, plan: PlanFile, department: str | None) -> list[str]:
    """The next step, and why it is late: the department's reason, else the month's problems."""
    steps = project_step(standing, plan, department)
    if len(steps) == 1 and standing.status in LATE and standing.problems:
        steps.append(problems(standing.problems))
    return steps


def problems(said: list[str]) -> str:
    """The month's problems in one sentence."""
    return f"问题：{joined(said)}"
