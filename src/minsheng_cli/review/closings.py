"""Which closings and reopenings of months are new, and which are gone: they are only ever added."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.finding import Position
from minsheng_cli.model.closed import ClosedFile, Closing, Event
from minsheng_cli.review.change import Change, Place
from minsheng_cli.review.meaning import of_event
from minsheng_cli.review.side import Side


def closing_changes(old: Side, new: Side) -> Iterator[Change]:
    """The entries of data/closed.yaml that only one state has."""
    before, after = _events(old), _events(new)
    known, said = (set(map(of_event, events)) for events in (before, after))
    yield from (_change(event, new, gone=False) for event in after if of_event(event) not in known)
    yield from (_change(event, old, gone=True) for event in before if of_event(event) not in said)


def _events(side: Side) -> list[Event]:
    document = side.ledger.closed_document
    return document.model.closed if document is not None and isinstance(document.model, ClosedFile) else []


def _change(event: Event, side: Side, *, gone: bool) -> Change:
    document = side.ledger.closed_document
    assert document is not None
    field = "closed_on" if isinstance(event, Closing) else "reopened_on"
    day = str(event.day)
    at: Position = event.mapping.value("month")
    return Change(
        "closed",
        field,
        day if gone else None,
        None if gone else day,
        Place(document.path, at, old=gone),
        month=event.month,
        reason=None if isinstance(event, Closing) else event.reason,
    )
