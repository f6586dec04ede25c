"""What had been closed stays closed, also where the record that says so was taken away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from minsheng_cli.month import Month
from minsheng_cli.review.digest import of_department
from minsheng_cli.review.meaning import of_event
from minsheng_cli.rules.context import Said
from minsheng_cli.rules.since import Since

SEVERITY = "error"
TITLE = "关了账的月份改了没有重开"
WHY = "关了账的月份以关账时的数为准。连关账记录一起改掉，光看现在的文件看不出来，和原来的版本一比就知道。"
MEND = "不该改的改回去；确实要改的，先用 minsheng close 加 --reopen 和 --reason 重开，写明原因，改完再关账。"
BAD = "street-lamps: 878"
GOOD = "street-lamps: 860"


def check(since: Since) -> Iterator[Said]:
    """The reports of months that were closed, unless one has been opened again since; what M601 says is not repeated."""
    old, now = since.old.context.ledger, since.context.ledger
    if not old.closed or (now.closed_document is not None and now.closed_document.path in since.now.broken):
        return
    reopened = _reopened(since)
    for (department, month), placed in since.now.reports.items():
        if month not in old.closed or month in reopened:
            continue
        at = placed.report.mapping.value("month")
        before = since.old.reports.get((department, month))
        digest = of_department(department, placed.report)
        same = before is not None and of_department(department, before.report) == digest
        if same or placed.path in since.now.broken or since.found("M601", placed.path, at):
            continue
        who, closed_on = since.context.department(department), old.closed[month].closed_on
        what = "的数据和原来的版本不一样" if before else "的月报是关账以后才有的"
        yield Said(
            placed.path,
            at,
            f"{month}原来已在{closed_on}关账，没有重开过，{who}这个月{what}",
            f"不该改的，改回原来的样子；该改的，先运行 minsheng close {month} --reopen --reason 原因，改完再关一次账",
        )


def _reopened(since: Since) -> set[Month]:
    """The months that have been opened again since the older version."""
    from minsheng_cli.model.closed import Reopening

    known = Counter(map(of_event, since.old.events))
    found = set()
    for event in since.now.events:
        known[of_event(event)] -= 1
        if known[of_event(event)] < 0 and isinstance(event, Reopening):
            found.add(event.month)
    return found
