"""The rows of a report laid out for a reader, by themselves or beside those of another month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minsheng_cli.status.standing import CountyStanding
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.report.sheets import Sheet, sheet

if TYPE_CHECKING:
    from minsheng_cli.status.comparison import Comparison


def laid_out(
    county: CountyStanding, rows: Rows, by: str, comparison: Comparison | None, *, wide: bool
) -> Sheet | None:
    """The rows asked for; None where there are none. Not `wide`: as few columns as will do."""
    if not any(_shown(each, by) for each in (rows, rows.gone) if each is not None):
        return None
    if comparison is None:
        return sheet(county, rows, by, wide=wide)
    from minsheng_cli.views.report.changed_sheets import changed_sheet

    return changed_sheet(comparison, rows, by, wide=wide)


def _shown(rows: Rows, by: str) -> bool:
    """Whether there is anything to show; the projects of no area stand below those of the areas."""
    return bool(
        {
            "project": rows.projects,
            "indicator": rows.indicators,
            "department": rows.departments,
            "area": rows.areas or rows.projects,
        }[by]
    )
