"""Which problems are raised and settled, which highlights are new: a new report is compared with the one before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from minsheng_cli.finding import Position
from minsheng_cli.month import Month
from minsheng_cli.review.change import Change, Place
from minsheng_cli.review.matched import Matched
from minsheng_cli.review.meaning import words
from minsheng_cli.review.side import Filed, remarks_of

_Kind = Literal["problem", "highlight"]
_KINDS: tuple[tuple[str, _Kind], ...] = (("problems", "problem"), ("highlights", "highlight"))


class _Listed(NamedTuple):
    """A remark: what makes it the same one, its text, the number of its project, its place."""

    same: tuple[str, str | None]
    text: str
    project: int | None
    at: Position


def remark_changes(
    department: str, month: Month, matched: Matched, reports: tuple[Filed | None, Filed | None]
) -> Iterator[Change]:
    """The problems and the highlights that only one of two reports of a month has."""
    old, new = reports
    for field, kind in _KINDS:
        fresh = old is None and field == "problems"
        last = _before(department, month, matched) if fresh else old
        then = _listed(last, field, department, matched, newer=fresh)
        now = _listed(new, field, department, matched, newer=True)
        for each in _without(then, now):
            yield _change(kind, (each.text, None), each, last, month, department, old=not fresh)
        for each in _without(now, then):
            yield _change(kind, (None, each.text), each, new, month, department, old=False)


def _listed(
    filed: Filed | None, field: str, department: str, matched: Matched, *, newer: bool
) -> list[_Listed]:
    side = matched.new if newer else matched.old
    name = department if newer else matched.was_department(department)
    return [
        _Listed((words(remark.text) or "", remark.project), remark.text, side.project_of(remark, name), at)
        for remark, at in remarks_of(filed, field)
    ]


def _without(some: list[_Listed], others: list[_Listed]) -> Iterator[_Listed]:
    """Those that the others do not have; of equal ones as many as there are more."""
    left = Counter(each.same for each in some) - Counter(each.same for each in others)
    for each in some:
        if left[each.same] > 0:
            left[each.same] -= 1
            yield each


def _change(
    kind: _Kind,
    values: tuple[str | None, str | None],
    listed: _Listed,
    filed: Filed | None,
    month: Month,
    department: str,
    *,
    old: bool,
) -> Change:
    assert filed is not None
    place = Place(filed.document.path, listed.at, old)
    return Change(kind, "text", values[0], values[1], place, department, month, listed.project)


def _before(department: str, month: Month, matched: Matched) -> Filed | None:
    """The department's latest report before a month, as it is now."""
    reports = matched.new.reports
    months = [each for name, each in reports if name == department and each < month]
    return reports[department, max(months)] if months else None
