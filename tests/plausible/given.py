"""Series typed in by hand, as a ledger."""

from __future__ import annotations

from typing import NamedTuple

from tests.plausible.ledger import County, Deadline, Department, Figure, Row

OCTOBER = Deadline(10, 31, 90, False)
DECEMBER = Deadline(12, 31, 100, True)


class Given(NamedTuple):
    """One indicator's figures by month, exactly as typed."""

    about: str
    """What it is and where it comes from, or why it is on the border."""
    unit: str
    target: str
    figures: dict[int, str]
    keys: str = ""
    name: str = "指标"


def ledger_of(
    series: list[Given], year: int = 2023, deadlines: tuple[Deadline, ...] = (OCTOBER, DECEMBER)
) -> County:
    """A county whose departments have one of these indicators each."""
    departments = []
    for number, each in enumerate(series):
        places = len(each.target.partition(".")[2])
        row = Row(f"given-{number}", each.name, "quantity", each.unit, each.about, places=places)
        row.keys = f", target: {each.target}{each.keys}"
        row.target = int(each.target.replace(".", ""))
        row.figures = {month: Figure(text) for month, text in each.figures.items()}
        days = {month: f"{year}-{month:02d}-28" for month in each.figures}
        departments.append(Department(f"office-{number}", f"部门{number}", [row], [("项目", 1)], days))
    return County("某县", year, 1, list(deadlines), departments)


def run(first: int, *figures: str) -> dict[int, str]:
    """Figures of months that follow each other."""
    return dict(enumerate(figures, first))
