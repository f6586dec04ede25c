"""Two states of a ledger and what in one is what in the other, where ids have been changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from minsheng_cli.model.plan import AnyIndicator, Project
from minsheng_cli.review.side import Side, united

T = TypeVar("T")


class Matched:
    """Both states, with the ids of the older one for those of the newer."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old = old
        self.new = new

    @cached_property
    def departments(self) -> dict[str, str]:
        """The older ids of departments by the newer ones, for those that bear the same name under another id."""
        sides = [side.plan.departments if side.plan else {} for side in (self.old, self.new)]
        return _renamed(sides[0], sides[1], lambda each: each.name)

    @cached_property
    def indicators(self) -> dict[str, str]:
        """The older ids of indicators by the newer ones, likewise."""
        return _renamed(self.old.indicators, self.new.indicators, likeness)

    @cached_property
    def _now(self) -> dict[str, str]:
        return {old: new for new, old in self.indicators.items()}

    @cached_property
    def _departments_now(self) -> dict[str, str]:
        return {old: new for new, old in self.departments.items()}

    def was(self, indicator: str) -> str:
        """The older id of an indicator."""
        return self.indicators.get(indicator, indicator)

    def now(self, indicator: str) -> str:
        """The newer id of an indicator."""
        return self._now.get(indicator, indicator)

    def was_department(self, name: str) -> str:
        """The older id of a department."""
        return self.departments.get(name, name)

    def department_now(self, name: str) -> str:
        """The newer id of a department."""
        return self._departments_now.get(name, name)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each indicator in the plan, by its newer id."""
        known = united((self.now(name) for name in self.old.indicators), self.new.indicators)
        return {name: place for place, name in enumerate(known)}

    def number(self, indicator: str) -> int | None:
        """The number of an indicator's project."""
        found = self.new.indicators.get(indicator) or self.old.indicators.get(self.was(indicator))
        return found[0].no if found else None

    def lack(self, department: str) -> tuple[bool, bool]:
        """Of each state, whether something may stand in a department's file that could not be read."""
        was = self.was_department(department)
        paths = [
            files[name][0].path if name in files else None
            for files, name in ((self.old.files, was), (self.new.files, department))
        ]
        return self.old.lacks(was, paths[1]), self.new.lacks(department, paths[0])


def likeness(found: tuple[Project, AnyIndicator]) -> tuple[int, str, str]:
    """What an indicator is known by besides its id."""
    project, indicator = found
    return project.no, indicator.name, indicator.kind


def paired(
    old: Mapping[str, T], new: Mapping[str, T], likeness: Callable[[T], Any]
) -> list[tuple[T | None, T | None]]:
    """Entries of both by id; one that is gone and one that is new are the same where they are alike: a new id."""
    renamed = _renamed(old, new, likeness)
    pairs: list[tuple[T | None, T | None]] = [
        (old.get(renamed.get(name, name)), each) for name, each in new.items()
    ]
    matched = {*new, *renamed.values()}
    return [*pairs, *((each, None) for name, each in old.items() if name not in matched)]


def _renamed(old: Mapping[str, T], new: Mapping[str, T], likeness: Callable[[T], Any]) -> dict[str, str]:
    """The older ids by the newer ones; of two that are alike neither is known to be the same."""
    gone: dict[Any, list[str]] = {}
    for name, each in old.items():
        if name not in new:
            gone.setdefault(likeness(each), []).append(name)
    came: dict[Any, list[str]] = {}
    for name, each in new.items():
        if name not in old:
            came.setdefault(likeness(each), []).append(name)
    return {
        names[0]: gone[like][0]
        for like, names in came.items()
        if len(names) == 1 and len(gone.get(like, ())) == 1
    }
