"""One thing that means something else than before: what the views print and docs/json.md describes."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from minsheng_cli.finding import Finding, Position
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.model.series import Entry
from minsheng_cli.month import Month
from minsheng_cli.status.standing import DeadlineStanding

Kind = Literal[
    "figure",
    "report",
    "revision",
    "note",
    "target",
    "deadline",
    "schedule",
    "indicator",
    "project",
    "department",
    "area",
    "plan",
    "problem",
    "highlight",
    "sample",
    "closed",
    "unreadable",
]
Value = Any
"""What a file says, as JSON has it: a Decimal, a text, a flag, None, or lists and mappings of these."""


class Place(NamedTuple):
    """Where a change is seen: in the newer state, or in the older one where nothing of it is left."""

    file: str
    at: Position
    old: bool = False


class FigureChange(NamedTuple):
    """A figure of one report then and now; its single values are Changes of their own."""

    indicator: AnyIndicator | None
    """As the newer plan has it, else the older one; None where neither has it."""
    was: AnyIndicator | None
    """As the older plan has it, else the newer one."""
    old: Entry | None
    new: Entry | None
    before: Entry | None
    """The figure reported before this one, where this one is new."""
    rate: Fraction | None
    """The new figure's own rate, against the target in force at its month's end."""
    fresh: bool
    """The whole report is new."""
    deadlines: list[tuple[DeadlineStanding, DeadlineStanding]]
    """Towards which the indicator has another status in the figure's own month."""
    earlier: bool
    """Later months had been reported when it was changed."""
    stale: str | None
    """A reason that stood there already, and is none for this change."""


class Change(NamedTuple):
    """One value that is different; `old` is None where it is new, `new` where it is gone."""

    kind: Kind
    field: str
    """The key that the files have for it."""
    old: Value
    new: Value
    place: Place | None = None
    department: str | None = None
    month: Month | None = None
    project: int | None = None
    indicator: str | None = None
    id: str | None = None
    """What it is about where none of the others says so: a deadline, an area, a project's id."""
    delta: Decimal | None = None
    reason: str | None = None
    figure: FigureChange | None = None
    earlier: bool = False
    """Later months had been reported; said of words and days here, of a figure in `figure`."""
    unread: tuple[Finding | None, Finding | None] = (None, None)
    """Of what cannot be read: why not, then and now."""
