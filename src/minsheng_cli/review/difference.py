"""Two states of a ledger side by side: what changed, and what that does to projects, departments and the county."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple, TypeVar

from minsheng_cli.finding import Finding, Position
from minsheng_cli.review.change import Change, OtherStatus, Place, other_status
from minsheng_cli.review.plans import plan_changes
from minsheng_cli.review.reports import report_changes
from minsheng_cli.review.side import Side
from minsheng_cli.status.standing import (
    CountyStanding,
    DepartmentStanding,
    GroupStanding,
    IndicatorStanding,
    ProjectStanding,
)

T = TypeVar("T")


class ProjectEffect(NamedTuple):
    """A project then and now; None where it was not there, or is not any more."""

    old: ProjectStanding | None
    new: ProjectStanding | None

    @property
    def one(self) -> ProjectStanding:
        """The project as it is, or as it was."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def deadlines(self) -> list[OtherStatus]:
        """The deadlines with another status, then and now."""
        return other_status(self.old, self.new)

    @property
    def left_out(self) -> bool:
        """Whether figures of it were left out on one side: nothing can be said then of what is different."""
        return any(one.left_out for side in self if side for one in side.indicators)


class GroupEffect(NamedTuple):
    """A department then and now."""

    old: DepartmentStanding | None
    new: DepartmentStanding | None

    @property
    def left_out(self) -> bool:
        """Whether its file was left out on one side."""
        return any(side.left_out for side in self if side)


class Effects(NamedTuple):
    """What the changes do to where things stand, in one month on both sides; only what is different is listed."""

    old: CountyStanding | None
    new: CountyStanding | None
    projects: list[ProjectEffect]
    departments: list[GroupEffect]
    indicators: dict[str, tuple[IndicatorStanding | None, IndicatorStanding | None]]
    """Of every indicator, by id."""

    def towards(self, indicator: str) -> list[OtherStatus]:
        """The deadlines towards which an indicator has another status, then and now."""
        return other_status(*self.indicators.get(indicator, (None, None)))


class Difference(NamedTuple):
    """Everything that is different; `changes` as departments and plan list it."""

    old: Side
    new: Side
    changes: list[Change]
    effects: Effects

    def findings(self, change: Change) -> list[Finding]:
        """What validate says of the place of a change, as it is now: whether it is wrong, or hardly likely."""
        place = change.place
        return [] if place is None or place.old else self.new.findings_at.get((place.file, place.at), [])


def difference(old: Side, new: Side) -> Difference:
    """What is different in `new` from `old`."""
    changes = [
        *_unreadable(old, new),
        *plan_changes(old, new),
        *_closings(old, new),
        *report_changes(old, new),
    ]
    return Difference(old, new, changes, _effects(old.county, new.county))


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


def _effects(old: CountyStanding | None, new: CountyStanding | None) -> Effects:
    then, now = ({each.project.id: each for each in side.projects} if side else {} for side in (old, new))
    projects = [ProjectEffect(*pair) for pair in _pairs(then, now) if _moved(*pair) or other_status(*pair)]
    groups = [{each.id: each for each in side.departments} if side else {} for side in (old, new)]
    before, after = (
        {each.indicator.id: each for project in side.projects for each in project.indicators} if side else {}
        for side in (old, new)
    )
    return Effects(
        old,
        new,
        projects if old and new else [],
        [GroupEffect(*pair) for pair in _pairs(*groups) if _completion(pair[0]) != _completion(pair[1])]
        if old and new
        else [],
        {name: (before.get(name), after.get(name)) for name in {**after, **before}} if old and new else {},
    )


def _pairs(old: Mapping[str, T], new: Mapping[str, T]) -> list[tuple[T | None, T | None]]:
    return [(old.get(name), new.get(name)) for name in {**new, **old}]


def _moved(old: ProjectStanding | None, new: ProjectStanding | None) -> bool:
    if old is None or new is None:
        return True
    return (old.completion, old.status) != (new.completion, new.status)


def _completion(group: GroupStanding | None) -> Fraction | None:
    return group.completion if group else None
