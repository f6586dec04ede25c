"""Two states of a ledger side by side: what changed, and what that does to projects, departments and the county."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from minsheng_cli.finding import Finding, Position
from minsheng_cli.review.change import Change, Place
from minsheng_cli.review.matched import Matched
from minsheng_cli.review.plans import plan_changes
from minsheng_cli.review.reports import report_changes
from minsheng_cli.review.side import Side
from minsheng_cli.status.compare import compare
from minsheng_cli.status.comparison import Comparison

CLOSED_MONTH_CHANGED = "M601"
"""Stands at the report's month, and is said of the figures that were changed."""


class Difference(NamedTuple):
    """Everything that is different; `changes` as the plan and then the departments list it."""

    old: Side
    new: Side
    changes: list[Change]
    effects: Comparison | None
    """Where everything stood and stands in one month; None where a plan has errors, on either side."""

    def findings(self, change: Change) -> list[Finding]:
        """What validate says of the place of a change, as it is now: whether it is wrong, or hardly likely."""
        place, known = change.place, self.new.findings_at
        if place is None or place.old:
            return []
        found = list(known.get((place.file, place.at), ()))
        filed = self.new.reports.get((change.department or "", change.month)) if change.month else None
        if filed is not None and change.kind in ("figure", "unreadable"):
            month = (filed.document.path, filed.report.mapping.value("month"))
            found += [each for each in known.get(month, ()) if each.code == CLOSED_MONTH_CHANGED]
        return found


def difference(old: Side, new: Side) -> Difference:
    """What is different in `new` from `old`."""
    changes = [
        *_unreadable(old, new),
        *plan_changes(old, new),
        *_closings(old, new),
        *report_changes(Matched(old, new)),
    ]
    effects = compare(old.county, new.county) if old.county and new.county else None
    return Difference(old, new, changes, effects)


def _closings(old: Side, new: Side) -> Iterator[Change]:
    """Closings and reopenings; their file's model is imported where there is such a file."""
    if old.ledger.closed_document is None and new.ledger.closed_document is None:
        return
    from minsheng_cli.review.closings import closing_changes

    yield from closing_changes(old, new)


def _unreadable(old: Side, new: Side) -> Iterator[Change]:
    """Files that could not be read on one side or on both; the same bytes twice are no change."""
    texts = [{each.path: each.seen for each in side.ledger.documents} for side in (old, new)]
    for path in sorted({*old.unread, *new.unread}):
        found = old.unread.get(path), new.unread.get(path)
        if found[0] == found[1] and texts[0].get(path) == texts[1].get(path):
            continue
        words = [f"{each.code} {each.message}" if each else None for each in found]
        shown = found[1] or found[0]
        assert shown is not None
        place = Place(path, Position(shown.line, shown.column), old=found[1] is None)
        yield Change("unreadable", "file", words[0], words[1], place, id=path, unread=found)
