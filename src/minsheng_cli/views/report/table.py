"""report --format table: where the county stands at one look, then one or two lines a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minsheng_cli.status.standing import CountyStanding
from minsheng_cli.views.grid import grid, sentences
from minsheng_cli.views.lines import Line
from minsheng_cli.views.report.laid_out import laid_out
from minsheng_cli.views.report.notes import left_out, title
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.report.sheets import NOTHING
from minsheng_cli.views.report.words import headline

if TYPE_CHECKING:
    from minsheng_cli.status.comparison import Comparison

WIDE = 100
"""From this width on the lead stands beside the name."""
DRAWN = "进度条：# 已完成，. 按序时应完成而未完成，- 其余。"


def render(
    county: CountyStanding, rows: Rows, by: str, cells: int | None, comparison: Comparison | None = None
) -> list[Line]:
    """The report as styled lines, `cells` wide (None: as wide as it needs)."""
    lines = [*_head(county, comparison, cells), []]
    made = laid_out(county, rows, by, comparison, wide=cells is None or cells >= WIDE)
    if made is None:
        return [*lines, *sentences([NOTHING], cells)]
    lines += [*grid(made.columns, made.name, made.rows, cells), *sentences(made.after, cells), []]
    drawn = by == "project" and any(column.drawn for column in made.columns)
    marks = [DRAWN + made.legend[0], *made.legend[1:]] if drawn else made.legend
    return lines + sentences(marks, cells, "", "below")


def _head(county: CountyStanding, comparison: Comparison | None, cells: int | None) -> list[Line]:
    lines = sentences([title(county)], cells, "", "title")
    lines += sentences(left_out(county), cells, "", "missed")
    lines += sentences(headline(county), cells)
    if comparison is not None:
        from minsheng_cli.views.report.changed import summary

        lines += [[], *sentences(summary(comparison), cells)]
    return lines
