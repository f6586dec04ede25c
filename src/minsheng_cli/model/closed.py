"""Which months have been closed and reopened: what data/closed.yaml may hold (docs/files.md)."""

from datetime import date
from functools import cached_property
from typing import Annotated, Any

from pydantic import Discriminator, Tag
from pydantic_core import PydanticCustomError

from minsheng_cli.fields.placed import Bare, Placed
from minsheng_cli.fields.scalars import DayField, Line, MonthField, Read, read_text
from minsheng_cli.month import Month
from minsheng_cli.patterns import pattern

_DIGEST = pattern(r"[0-9a-f]{32}")


def _read_digest(value: Any) -> str:
    """What review/digest.py writes; nobody types one, so nothing else is ever meant by another text."""
    text = read_text(value)
    if not _DIGEST.fullmatch(text):
        raise PydanticCustomError("bad-digest", "{text}", {"text": text})
    return text


Digest = Annotated[str, Read(_read_digest, {"type": "string", "pattern": "^[0-9a-f]{32}$"})]


class Closing(Placed):
    """A month closed, with what its figures were then."""

    month: MonthField
    closed_on: DayField
    digest: Digest
    departments: Annotated[dict[Line, Digest], Bare]
    """Of each department that had reported by then."""

    @property
    def day(self) -> date:
        """When it happened."""
        return self.closed_on


class Reopening(Placed):
    """A closed month opened again, with the reason."""

    month: MonthField
    reopened_on: DayField
    reason: Line

    @property
    def day(self) -> date:
        """When it happened."""
        return self.reopened_on


EVENTS = ("closing", "reopening")
"""How the two kinds of entry are told apart in errors; named as their models are."""


def _which(value: Any) -> str:
    """Which of the two an entry is meant to be, complete or not."""
    typed = value.keys() if isinstance(value, dict) else ()
    reopened = "reopened_on" in typed or ("reason" in typed and "closed_on" not in typed)
    return EVENTS[1] if reopened else EVENTS[0]


Event = Annotated[
    Annotated[Closing, Tag(EVENTS[0])] | Annotated[Reopening, Tag(EVENTS[1])], Discriminator(_which)
]


class ClosedFile(Placed):
    """data/closed.yaml: an entry for each closing and reopening, the oldest first; entries are only ever added."""

    closed: list[Event]

    @cached_property
    def now(self) -> dict[Month, Closing]:
        """The months that are closed as things stand, each with the entry that closed it: the last event decides."""
        last = {event.month: event for event in self.closed}
        return {month: event for month, event in last.items() if isinstance(event, Closing)}
