"""report --format csv: one row a project, indicator, department or area; the first row names the columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from minsheng_cli.status.standing import CountyStanding, GroupStanding
from minsheng_cli.terms import NO_AREA
from minsheng_cli.views.csv_lines import document
from minsheng_cli.views.report.csv_columns import columns, marks
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.report.sheets import departments_in_order

if TYPE_CHECKING:
    from minsheng_cli.status.comparison import Comparison


def render(county: CountyStanding, rows: Rows, by: str, comparison: Comparison | None = None) -> str:
    """The whole file."""
    shown: dict[str, Sequence[Any]] = {
        "project": rows.projects,
        "indicator": rows.indicators,
        "department": departments_in_order(rows),
        "area": [*rows.areas, *_loose(rows)],
    }
    filled = columns(county, rows, by)
    told: dict[str, Any] = {}
    if comparison is not None:
        from minsheng_cli.views.report.csv_changes import changed_columns, changed_fills

        told = changed_fills(comparison, by)
        if comparison.as_of is not None:
            from minsheng_cli.views.report.csv_as_of import as_of_fills

            told = as_of_fills(comparison, by, told)
        filled |= changed_columns(comparison, by, told)
    filled |= marks(county, by)
    lines = [[fill(row) for fill in filled.values()] for row in shown[by]]
    if comparison is not None and rows.gone is not None:
        from minsheng_cli.views.report.csv_as_of import gone_lines

        lines += gone_lines(comparison, rows.gone, by, list(filled), told)
    return document(list(filled), lines)


def _loose(rows: Rows) -> list[GroupStanding]:
    """The projects of no area, so that none is missing; they have no mean."""
    numbers = [each.project.no for each in rows.projects if each.project.area is None]
    return [GroupStanding("", NO_AREA, None, False, numbers)] if numbers else []
