"""What projects, indicators, departments and deadlines are called, as the newer plan has it, else the older one."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.kinds.indicator import Indicator
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.review.change import Change
from minsheng_cli.review.difference import Difference


class Naming:
    """Names for ids."""

    def __init__(self, difference: Difference) -> None:
        self._sides = (difference.new, difference.old)

    @property
    def plans(self) -> Iterator[PlanFile]:
        """The plans that can be read, the newer one first."""
        return (side.plan for side in self._sides if side.plan is not None)

    def department(self, name: str) -> str:
        """A department's short name."""
        found = next((plan for plan in self.plans if name in plan.departments), None)
        return found.department_name(name) if found else name

    def known(self, name: str) -> Indicator | None:
        """An indicator."""
        found = (side.indicators[name][1] for side in self._sides if name in side.indicators)
        return next(found, None)

    def indicator(self, name: str) -> str:
        """An indicator's name."""
        found = self.known(name)
        return found.name if found else name

    def project(self, number: int | None) -> str:
        """`1 棚户区改造工程`."""
        named = (each.name for plan in self.plans for each in plan.projects if each.no == number)
        return next((f"{number} {name}" for name in named), "")

    def deadline(self, name: str | None) -> str:
        """A deadline's name."""
        named = (each.name for plan in self.plans for each in plan.plan.deadlines if each.id == name)
        return next(named, name or "")

    def where(self, change: Change) -> str:
        """`住建局 2025-08 新开工`, as far as it applies."""
        said = (
            self.department(change.department) if change.department else None,
            str(change.month) if change.month else None,
            self.indicator(change.indicator) if change.indicator else None,
        )
        return " ".join(filter(None, said))
