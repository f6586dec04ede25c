"""A month's report that was there is there for good; what was wrong in it is put right in it."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.month import Month
from minsheng_cli.rules.context import Said
from minsheng_cli.rules.since import Since

SEVERITY = "error"
TITLE = "月报没有了"
WHY = "报过的月报是一年后说明当时情况的凭据。整段删掉，那个月报的是多少就查不到了，沿用、新增也都跟着变。"
MEND = "照原来的补回去；里面的数有错的，改那一个数，用 revision 写明原因。"
BAD = """\
reports:
  - month: 2024-04"""
GOOD = """\
reports:
  - month: 2024-03"""


def check(since: Since) -> Iterator[Said]:
    """Each department whose reports have become fewer; of a closed month M601 says it."""
    for department, every in since.removed.items():
        months = [month for month in every if not _said(since, department, month)]
        if not months:
            continue
        path, at = since.place(department, "reports")
        listed = "、".join(map(str, months))
        message = f"{since.context.department(department)}{listed}的月报原来有，现在没有了"
        yield Said(path, at, message, "照原来的补回去；里面有数要更正的，改那一个数，用 revision 写明原因")


def _said(since: Since, department: str, month: Month) -> bool:
    """Whether the record of closed months has told of it."""
    record = since.context.ledger.closed_document
    closing = since.context.ledger.closed.get(month)
    if record is None or closing is None or department not in closing.departments:
        return False
    departments = closing.mapping.values.get("departments")
    return since.found("M601", record.path, departments.key(department)) if departments else False
