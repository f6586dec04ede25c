"""report --format markdown: for the comments and files where reviewers read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minsheng_cli.status.standing import CountyStanding
from minsheng_cli.views.gfm import listed, paragraph, table, text
from minsheng_cli.views.grid import Column, Row
from minsheng_cli.views.lines import Span
from minsheng_cli.views.report.laid_out import laid_out
from minsheng_cli.views.report.notes import left_out, title
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.report.sheets import NOTHING, Sheet
from minsheng_cli.views.report.words import headline
from minsheng_cli.views.words import LATE, one_text

if TYPE_CHECKING:
    from minsheng_cli.status.comparison import Comparison

_SEEN = (*LATE, "unreported")
"""Statuses that are printed bold: what wants attention."""


def render(county: CountyStanding, rows: Rows, by: str, comparison: Comparison | None = None) -> str:
    """The report as sections of Markdown with one table."""
    first, *more = headline(county)
    parts = [f"## {text(title(county))}\n"]
    parts += [f"> {paragraph(each)}\n" for each in left_out(county)]
    parts += [f"{paragraph(first)}\n", listed(more)]
    if comparison is not None:
        from minsheng_cli.views.report.changed import summary

        first, *more = summary(comparison)
        parts += [f"{paragraph(first)}\n", listed(more)]
    made = laid_out(county, rows, by, comparison, wide=True)
    if made is None:
        return "\n".join([*parts, f"{NOTHING}\n"])
    parts += [_table(made)] if made.rows else []
    parts += [f"{paragraph(each)}\n" for each in made.after]
    return "\n".join([*parts, listed(made.legend)])


def _table(made: Sheet) -> str:
    """What leads the row, the name, the cells, what stands below; no column that is drawn of signs."""
    before = [place for place, column in enumerate(made.columns) if column.before_name]
    behind = [
        place for place, column in enumerate(made.columns) if not column.before_name and not column.drawn
    ]

    def title(place: int) -> tuple[str, bool]:
        column: Column = made.columns[place]
        return column.title, column.to_right

    def cells(row: Row) -> list[str]:
        return [
            *(_cell(row.cells[place]) for place in before),
            text(row.name),
            *(_cell(row.cells[place]) for place in behind),
            *([text(one_text(row.below).removeprefix(f"{made.below}："))] if made.below else []),
        ]

    titles = [*map(title, before), (made.name, False), *map(title, behind)]
    if made.below:
        titles.append((made.below, False))
    return table(titles, [cells(row) for row in made.rows])


def _cell(span: Span) -> str:
    words, style = span
    return f"**{text(words)}**" if style in _SEEN and words else text(words)
