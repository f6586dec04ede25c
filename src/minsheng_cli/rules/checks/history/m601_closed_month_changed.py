"""A closed month's figures are what they were when it was closed, whoever looks and whether or not there is git."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from minsheng_cli.finding import Position
from minsheng_cli.model.progress import Report
from minsheng_cli.month import Month
from minsheng_cli.rules.catalogue import is_error
from minsheng_cli.rules.context import Context, Said, unread_in
from minsheng_cli.source.nodes import place_of, places_in

if TYPE_CHECKING:
    from minsheng_cli.model.closed import Closing

SEVERITY = "error"
TITLE = "关账以后数据变了"
WHY = "关了账的月份，通报、考核都以那时的数为准；悄悄改了，以后就说不清当时报的是多少。"
MEND = "不该改的改回去；确实要改的，先用 minsheng close 加 --reopen 和 --reason 重开，写明原因，改完再关账。"
BAD = "street-lamps: 878"
GOOD = "street-lamps: 860"


def check(context: Context) -> Iterator[Said]:
    """Each closed month's reports against its record; a record with something wrong in it (M602 to M609) proves nothing."""
    record = context.ledger.closed_document
    if record is None or unread_in(record) or not context.ledger.closed:
        return
    reports = {
        (report.month, file.department): (document.path, report)
        for document, file in reversed(context.ledger.progress)
        for report in reversed(file.reports)
    }
    wrong: dict[str, set[Position]] = {}
    for misfit in filter(is_error, context.misfits):
        wrong.setdefault(misfit.file, set()).add(misfit.at)
    for month, closing in context.ledger.closed.items():
        if not _proves(context, closing):
            continue
        now = {name: found for (of, name), found in reports.items() if of == month}
        for name, (path, report) in now.items():
            if wrong.get(path, set()).isdisjoint(places_in(report.mapping)):
                yield from _changed(context, closing, name, path, report)
        for name in sorted(closing.departments.keys() - now.keys()):
            if not wrong.get(context.file_of_department.get(name, f"data/progress/{name}.yaml")):
                yield _vanished(context, record.path, closing, name)


def _proves(context: Context, closing: Closing) -> bool:
    """Whether the record of a month is as it was written."""
    from minsheng_cli.review.digest import of_month  # only where a month has been closed

    return not context.outside_plan(closing.month) and closing.digest == of_month(
        closing.month, closing.departments
    )


def _changed(context: Context, closing: Closing, name: str, path: str, report: Report) -> Iterator[Said]:
    """A report that is not as it was, or was not there."""
    from minsheng_cli.review.digest import of_department

    was = closing.departments.get(name)
    if was == of_department(name, report):
        return
    month, who = closing.month, context.department(name)
    if was is None:
        message = f"{month}已在{closing.closed_on}关账，{who}这个月的月报是关账以后才有的"
        hint = f"要收的，{_reopen(month)}，再关一次账；不收的，删掉这份月报"
    else:
        message = f"{month}已在{closing.closed_on}关账，{who}这个月的数据和关账时不一样"
        hint = f"不该改的，改回关账时的数；该改的，{_reopen(month)}，改完再关一次账"
    yield Said(path, report.mapping.value("month"), message, hint)


def _vanished(context: Context, path: str, closing: Closing, name: str) -> Said:
    """A report that was there when the month was closed; its place is where the record has its department."""
    month, who = closing.month, context.department(name)
    message = f"{month}已在{closing.closed_on}关账，关账时有{who}的月报，现在没有了"
    hint = f"不该删的，照原样补回去；该删的，{_reopen(month)}，再关一次账"
    return Said(path, place_of(closing.mapping, ("departments", name), key=True), message, hint)


def _reopen(month: Month) -> str:
    return f"先运行 minsheng close {month} --reopen --reason 原因"
