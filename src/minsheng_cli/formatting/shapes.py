"""The order of names as docs/files.md lists them; None where it means something, or is the writer's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from minsheng_cli.source.folder import PLAN, PROGRESS


class Shape(NamedTuple):
    """A mapping's names in their order, what is below them, and what every item or every value is."""

    names: tuple[str, ...] = ()
    below: Mapping[str, Shape] = {}
    each: Shape | None = None

    def at(self, name: str) -> Shape:
        """The shape of what stands under a name."""
        return self.below.get(name) or self.each or _ANY

    @property
    def orders(self) -> bool:
        """Whether anything in it has an order."""
        return self != _ANY

    @property
    def item(self) -> Shape:
        """The shape of a list's items."""
        return self.each or _ANY


_ANY = Shape()
_REMARKS = Shape(each=Shape(("project", "text")))
_FIGURE = Shape(("done", "eligible", "stage", "note", "revision"))
_REPORT = Shape(
    ("month", "reported_on", "figures", "problems", "highlights"),
    {"figures": Shape(each=_FIGURE), "problems": _REMARKS, "highlights": _REMARKS},
)
_PROGRESS = Shape(("department", "sample", "schedule", "reports"), {"reports": Shape(each=_REPORT)})
_INDICATOR = Shape(
    below={
        "required": Shape(each=Shape(("percent", "basis"))),
        "adjustments": Shape(each=Shape(("date", "target", "reason", "document"))),
    }
)
"""Its own names stand in the order that reads best for its kind, in which no two indicators need agree."""
_PROJECT = Shape(
    ("no", "id", "name", "area", "lead", "partners", "inferred", "promise", "note", "indicators"),
    {"indicators": Shape(each=_INDICATOR)},
)
_PLAN = Shape(
    ("plan", "areas", "departments", "projects"),
    {
        "plan": Shape(
            ("title", "county", "year", "lead", "source", "start", "at_risk_below", "reporting", "deadlines"),
            {"deadlines": Shape(each=Shape(("id", "name", "date", "percent", "binding", "basis")))},
        ),
        "departments": Shape(each=Shape(("name", "short"))),
        "projects": Shape(each=_PROJECT),
    },
)


def shape_of(path: str) -> Shape:
    """The shape of a ledger's file."""
    if path == PLAN:
        return _PLAN
    return _PROGRESS if path.startswith(f"{PROGRESS}/") else _ANY


def in_order(names: tuple[str, ...], given: Sequence[str]) -> list[int] | None:
    """How `given` is to be moved to follow `names`; None where it follows them, or a name is not among them."""
    if not set(given) <= set(names):
        return None
    places = sorted(range(len(given)), key=lambda place: names.index(given[place]))
    return None if places == list(range(len(given))) else places
