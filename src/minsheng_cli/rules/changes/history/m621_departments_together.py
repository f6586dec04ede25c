"""One department a change: who reads it knows whom to ask, and one mistake does not hold up the others."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.review.meaning import of_file
from minsheng_cli.rules.context import Said
from minsheng_cli.rules.since import Since, Version

SEVERITY = "warning"
TITLE = "一次改了几个部门的文件"
WHY = "各部门的数由各部门负责，审核时逐个部门看。几个部门混在一起，看的人容易漏，一个部门有错，别的部门也跟着等。"
MEND = "一个部门一次提交；台账管理员统一改的（如改了指标代号），看清楚再放行。"
BAD = """\
figures:
  rural-roads: 9.1"""
GOOD = """\
figures:
  rural-roads: {done: 7.85, note: 雨天多}"""


def check(since: Since) -> Iterator[Said]:
    """The departments whose files mean something else than before; the plan is nobody's file."""
    before, after = _files(since.old), _files(since.now)
    changed = [
        department
        for department in dict.fromkeys([*after, *before])
        if before.get(department) != after.get(department)
        and _readable(since.old, department)
        and _readable(since.now, department)
    ]
    if len(changed) < 2:
        return
    path, at = since.place(changed[0], "department")
    listed = "、".join(map(since.context.department, changed))
    yield Said(
        path,
        at,
        f"这一次改了{len(changed)}个部门的文件：{listed}",
        "各部门的分开提交，一次一个部门；台账管理员统一改的，逐个部门看过再放行",
    )


def _files(version: Version) -> dict[str, object]:
    """What each department's file says."""
    return {file.department: of_file(file) for _, file in reversed(version.context.ledger.progress)}


def _readable(version: Version, department: str) -> bool:
    path = version.file_of(department)
    return version.lacks(department) if path is None else path not in version.broken
