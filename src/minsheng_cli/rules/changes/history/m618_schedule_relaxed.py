"""What was due by a month that has been reported stays due: a schedule is not made to fit what was done."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.model.series import Series, Step
from minsheng_cli.month import Month
from minsheng_cli.rules.checks.progress.schedules import said, typed
from minsheng_cli.rules.context import Said
from minsheng_cli.rules.since import Pair, Since, Version
from minsheng_cli.rules.units import in_unit_of
from minsheng_cli.rules.writing import added_to
from minsheng_cli.source.nodes import MappingNode, along
from minsheng_cli.status.expected import expected

SEVERITY = "error"
TITLE = "已经报过的月份时间表放宽了"
WHY = "是快是慢，先看部门自己排的时间表。报过数的月份再把时间表往后挪，落后就成了正常，时间表就没有用了。"
MEND = "已经报过的月份照原来的时间表；赶不上的，从还没有报的月份起重排，并在数上用 note 写明原因。"
BAD = "new-homes: {2024-04: 80, 2024-06: 120, 2024-09: 192, 2024-12: 240}"
GOOD = "new-homes: {2024-04: 100, 2024-06: 120, 2024-09: 192, 2024-12: 240}"


def check(since: Since) -> Iterator[Said]:
    """Each schedule of the older version at the end of each month that its department had reported then."""
    for pair in since.indicators:
        old, now = (_series(version, pair.name) for version in (since.old, since.now))
        department = pair.now.department
        if (
            not old.steps
            or old.unread_steps
            or now.unread_steps
            or pair.old.indicator.kind != pair.now.indicator.kind
        ):
            continue
        if not now.steps and not since.now.lacks(department):
            continue
        months = sorted(month for who, month in since.old.reports if who == pair.old.department)
        relaxed = [month for month in months if _relaxed(since, pair, old, now, month)]
        if relaxed:
            yield _said(since, pair, old, now, relaxed)


def _series(version: Version, name: str) -> Series:
    return version.context.figures.series[name]


def _due(series: Series, month: Month) -> Step | None:
    """The step that is in force by the end of a month."""
    due = [step for step in series.steps if step.month <= month]
    return due[-1] if due else None


def _relaxed(since: Since, pair: Pair, old: Series, now: Series, month: Month) -> bool:
    """Whether less is due by the end of a month than was; what was due is told in the present plan's unit."""
    step, indicator = _due(old, month), pair.now.indicator
    if step is None:
        return False
    was = _then(pair.old.indicator, indicator, step.level)
    if was is None:
        return False
    if not now.steps:
        left = _by_default(since, pair, month)
        return left is not None and left < was
    due = _due(now, month)
    return (indicator.start if due is None else due.level) < was


def _then(old: AnyIndicator, now: AnyIndicator, level: Fraction) -> Fraction | None:
    """A level of the older schedule as the present plan counts it; None where it has no such stage."""
    if isinstance(old, Milestone) and isinstance(now, Milestone):
        stage = old.stage_at(level)
        return Fraction(0) if stage is None else now.shares.get(stage)
    return in_unit_of(now, old, level)


def _by_default(since: Since, pair: Pair, month: Month) -> Fraction | None:
    """What is due without a schedule, towards the nearest binding deadline ahead, else the last one."""
    headers = since.headers
    if headers is None or not headers[1].deadlines:
        return None
    header = headers[1]
    binding = [each for each in header.in_order if header.binds(each)]
    nearest = next((each for each in binding if each.month > month), binding[-1])
    course = since.context.courses[pair.name]._replace(steps=[])
    return expected(course, nearest, month, header.first_month)[0]


def _said(since: Since, pair: Pair, old: Series, now: Series, relaxed: list[Month]) -> Said:
    """The first of the months, and how many there are."""
    month, indicator = relaxed[0], pair.now.indicator
    step, due = _due(old, month), _due(now, month)
    assert step is not None
    level = _then(pair.old.indicator, indicator, step.level) or Fraction(0)
    label = since.context.indicator(pair.name)
    became = (
        f"现在成了{said(indicator, indicator.start if due is None else due.level)}"
        if now.steps
        else "现在没有时间表了"
    )
    others = f"，这样的还有{len(relaxed) - 1}个月" if len(relaxed) > 1 else ""
    path, at = since.place(pair.now.department, "schedule", pair.name)
    there = next((each for each in now.steps if each.month == step.month), None)
    message = f"{label}的时间表，已经报过的{month}原来应做到{said(indicator, level)}，{became}{others}"
    if there is not None:
        return Said(path, there.at, message, f"把{step.month}这一步改成：{typed(indicator, level)}")
    return Said(path, at, message, _restored(since, pair, old, now, step))


def _restored(since: Since, pair: Pair, old: Series, now: Series, step: Step) -> str:
    """How to put back the step, or the whole schedule where none is left."""
    indicator = pair.old.indicator
    path = since.now.file_of(pair.now.department) or ""
    if now.steps:
        whole = f"{step.month}: {typed(indicator, step.level)}"
        return f"在花括号里补上 {whole}" if _in_braces(since, path, pair.name) else f"照原来的补回去：{whole}"
    whole = (
        f"{pair.name}: {{{', '.join(f'{each.month}: {typed(indicator, each.level)}' for each in old.steps)}}}"
    )
    root = next((each.root for each in since.context.ledger.progress_documents if each.path == path), None)
    if root is None:
        return f"照原来的补回去：{whole}"
    return (
        f"在这里的下面加一行 {whole}"
        if "schedule" in root.values
        else added_to(root, f"schedule: {{{whole}}}")
    )


def _in_braces(since: Since, path: str, name: str) -> bool:
    """Whether the present steps stand in braces."""
    root = next((each.root for each in since.context.ledger.progress_documents if each.path == path), None)
    nodes = list(along(root, ("schedule", name)))
    return len(nodes) == 2 and isinstance(nodes[1], MappingNode) and nodes[1].flow
