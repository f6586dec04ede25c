"""Projects, departments, areas and the county: means, worst statuses, who reported (docs/rules.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from minsheng_cli.model.ledger import Ledger
from minsheng_cli.model.plan import Header, PlanFile, Project
from minsheng_cli.model.progress import ProgressFile, Remark, Report
from minsheng_cli.model.series import Figures, Series
from minsheng_cli.month import Month
from minsheng_cli.source.folder import CLOSED
from minsheng_cli.status.course import Course, courses
from minsheng_cli.status.indicator import rates, stand
from minsheng_cli.status.resting import own_series
from minsheng_cli.status.standing import (
    WORST_FIRST,
    CountyStanding,
    DeadlineStanding,
    DeadlineStatus,
    DepartmentStanding,
    GroupStanding,
    IndicatorStanding,
    ProjectDeadline,
    ProjectStanding,
    Status,
)

Mean = tuple[Fraction | None, bool]
"""A mean, and whether all that it counts are at their full target (only then may it read 100.0)."""


class _Known(NamedTuple):
    """What is known in a month: courses now and a month before, files and this month's reports by department."""

    plan: PlanFile
    month: Month
    now: dict[str, Course]
    before: dict[str, Course]
    files: dict[str, ProgressFile]
    reports: dict[str, Report]
    left_out: frozenset[str]
    """Departments whose file has errors and was left out."""
    problems: dict[str, list[str]]
    highlights: dict[str, list[str]]
    """The month's remarks by project, in the plan's order of departments."""


def roll_up(ledger: Ledger, figures: Figures, month: Month, left_out: Sequence[str] = ()) -> CountyStanding:
    """The whole ledger in `month`. The ledger must be valid and have a plan.

    `left_out` names the files that were left out for their errors.
    """
    known = _known(ledger, figures.series, month, left_out)
    plan = known.plan
    projects = [_project(known, project) for project in plan.projects]
    own = _by_department(projects)
    completion, full = mean((each.completion, each.full) for each in projects)
    expected, _ = mean((each.expected, True) for each in projects)
    return CountyStanding(
        plan=plan,
        month=month,
        sample=any(file.sample for file in known.files.values()),
        completion=completion,
        full=full,
        expected=expected,
        expected_full=all(each.expected is None or each.expected >= 1 for each in projects),
        projects=projects,
        departments=[_department(known, name, own.get(name, [])) for name in plan.departments],
        areas=_areas(plan, projects),
        left_out=list(left_out),
    )


def project_in(
    ledger: Ledger, figures: Figures, project: Project, month: Month, left_out: Sequence[str] = ()
) -> ProjectStanding:
    """One project in `month`, as `roll_up` has it, without the rest of the county."""
    return _project(_known(ledger, own_series(figures, project), month, left_out), project)


def late(header: Header, report: Report) -> bool:
    """迟报: reported after the due day of the next month, where the plan has one."""
    reporting = header.reporting
    return reporting is not None and report.reported_on > (report.month + 1).day(reporting.due_day)


def _known(ledger: Ledger, series: dict[str, Series], month: Month, left_out: Sequence[str]) -> _Known:
    """What the files say of `month`, with the courses of `series`."""
    plan = ledger.plan
    assert plan is not None
    files = {file.department: file for _, file in ledger.progress}
    reports = {
        name: report for name, file in files.items() for report in file.reports if report.month == month
    }
    return _Known(
        plan=plan,
        month=month,
        now=courses(series, month),
        before=courses(series, month + -1),
        files=files,
        reports=reports,
        left_out=left_out_departments(left_out),
        problems=_remarks(plan, reports, "problems"),
        highlights=_remarks(plan, reports, "highlights"),
    )


def left_out_departments(left_out: Sequence[str]) -> frozenset[str]:
    """Whose files were left out, by the files' names."""
    return frozenset(path.rpartition("/")[2].removesuffix(".yaml") for path in left_out if path != CLOSED)


def mean(values: Iterable[tuple[Fraction | None, bool]]) -> Mean:
    """The plain mean; nulls are left out."""
    return weighted((Fraction(1), value, full) for value, full in values)


def weighted(values: Iterable[tuple[Fraction, Fraction | None, bool]]) -> Mean:
    """The weighted mean of (weight, value, full); None where nothing counts."""
    total = weights = Fraction(0)
    all_full = True
    for weight, value, full in values:
        if value is None:
            continue
        total += weight * value
        weights += weight
        all_full = all_full and full
    return (total / weights if weights else None), all_full


def _completion(indicators: Sequence[IndicatorStanding]) -> Mean:
    """The mean over the top-level indicators; parts and weight 0 count for being full all the same."""
    value, _ = weighted(
        (Fraction(each.indicator.weight), each.completion, each.full) for each in _top_level(indicators)
    )
    return value, all(each.full for each in indicators)


def _completion_then(project: Project, before: dict[str, Course], month: Month) -> Fraction | None:
    """A project's completion in an earlier month, as reported then."""
    own = {each.id for each in project.indicators}
    values = [
        (Fraction(each.weight), rates(before[each.id], each.full(month.last_day))[1], True)
        for each in project.indicators
        if each.part_of not in own
    ]
    return weighted(values)[0]


def _top_level(indicators: Sequence[IndicatorStanding]) -> list[IndicatorStanding]:
    """Those that are no part (其中) of another one among them."""
    here = {each.indicator.id for each in indicators}
    return [each for each in indicators if each.indicator.part_of not in here]


def _project(known: _Known, project: Project) -> ProjectStanding:
    plan, month = known.plan, known.month
    indicators = [
        stand(known.now[each.id], plan.plan, month, left_out=plan.answers(project, each) in known.left_out)
        for each in project.indicators
    ]
    completion, full = _completion(indicators)
    completion_before = _completion_then(project, known.before, month + -1)
    reported = [each for each in indicators if each.point is not None]
    carried = [each.carried_from for each in reported if each.carried_from is not None]
    started = any(each.started for each in indicators)
    return ProjectStanding(
        project=project,
        status=_overall(indicators, started=started),
        completion=completion,
        full=full,
        increment=None if completion is None or completion_before is None else completion - completion_before,
        expected=_expected(indicators),
        started=started,
        carried_from=max(carried) if reported and len(carried) == len(reported) else None,
        problems=known.problems.get(project.id, []),
        highlights=known.highlights.get(project.id, []),
        deadlines=_deadlines(plan.plan, indicators),
        indicators=indicators,
    )


def _overall(indicators: Sequence[IndicatorStanding], *, started: bool) -> Status:
    """Completed when all are; else the worst, where completed and not-started count as on-track."""
    statuses = {each.status for each in indicators}
    if statuses <= {"completed"} and statuses:
        return "completed"
    order: tuple[Status, ...] = ("missed", "unreported", "at-risk", "behind")
    worst: Status = next((status for status in order if status in statuses), "on-track")
    return "not-started" if worst == "on-track" and not started else worst


def _deadlines(header: Header, indicators: Sequence[IndicatorStanding]) -> list[ProjectDeadline]:
    found = []
    for index, deadline in enumerate(header.in_order):
        standings: list[DeadlineStanding] = [each.deadlines[index] for each in indicators]
        found_here = {each.status for each in standings}
        status: DeadlineStatus = next(
            (status for status in WORST_FIRST if status in found_here), "unreported"
        )
        passed = any(each.passed for each in standings)
        found.append(ProjectDeadline(deadline, header.binds(deadline), passed, status))
    return found


def _expected(indicators: Sequence[IndicatorStanding]) -> Fraction | None:
    """The mean of what is expected towards the nearest binding deadline ahead, else the last."""
    values: list[tuple[Fraction, Fraction | None, bool]] = []
    for each in _top_level(indicators):
        nearest = each.nearest
        share = nearest.expected_rate
        if share is not None and each.indicator.kind == "coverage":
            share = share / nearest.full if nearest.full else Fraction(1)
        value = None if each.completion is None or share is None else min(Fraction(1), share)
        values.append((Fraction(each.indicator.weight), value, True))
    return weighted(values)[0]


def _remarks(plan: PlanFile, reports: dict[str, Report], kind: str) -> dict[str, list[str]]:
    """The month's problems or highlights of each project, in the plan's order of departments."""
    led: defaultdict[str, list[str]] = defaultdict(list)
    for project in plan.projects:
        led[project.lead].append(project.id)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for department in plan.departments:
        remarks: list[Remark] = getattr(reports.get(department), kind, [])
        only = led[department][0] if len(led[department]) == 1 else None
        for remark in remarks:
            about = remark.project or only
            if about is not None:
                found[about].append(remark.text)
    return found


Own = list[tuple[ProjectStanding, list[IndicatorStanding]]]
"""The projects that a department has indicators in, with those indicators."""


def _by_department(projects: Sequence[ProjectStanding]) -> dict[str, Own]:
    """What each department answers for, in the plan's order."""
    found: defaultdict[str, Own] = defaultdict(list)
    for project in projects:
        indicators: defaultdict[str, list[IndicatorStanding]] = defaultdict(list)
        for each in project.indicators:
            indicators[each.department].append(each)
        for name, own in indicators.items():
            found[name].append((project, own))
    return found


def _department(known: _Known, name: str, own: Own) -> DepartmentStanding:
    plan, file, report = known.plan, known.files.get(name), known.reports.get(name)
    completion, full = mean(_completion(indicators) for _, indicators in own)
    return DepartmentStanding(
        id=name,
        name=plan.departments[name].name,
        completion=completion,
        full=full,
        projects=[each.project.no for each, _ in own],
        reported=report is not None,
        reported_on=report.reported_on if report else None,
        late=report is not None and late(plan.plan, report),
        sample=file is not None and file.sample,
        answers=any(not one.indicator.derived for _, indicators in own for one in indicators),
        left_out=name in known.left_out,
        problems=[remark.text for remark in report.problems] if report else [],
        highlights=[remark.text for remark in report.highlights] if report else [],
    )


def _areas(plan: PlanFile, projects: Sequence[ProjectStanding]) -> list[GroupStanding]:
    own: defaultdict[str | None, list[ProjectStanding]] = defaultdict(list)
    for each in projects:
        own[each.project.area].append(each)
    found = []
    for name, words in plan.areas.items():
        completion, full = mean((each.completion, each.full) for each in own[name])
        found.append(GroupStanding(name, words, completion, full, [each.project.no for each in own[name]]))
    return found
