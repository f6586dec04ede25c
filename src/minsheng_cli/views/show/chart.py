"""A table with a bar in each row: what was done against what was expected, month by month.

The bars of all rows begin in the same cell and are equally long at any width. What may hold signs of
uncertain width stands last in its line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from minsheng_cli.views.bar import bar
from minsheng_cli.views.cells import harmless, left, right, width, wrap
from minsheng_cli.views.grid import sentences
from minsheng_cli.views.lines import Line, Span

LONGEST, SHORTEST, LEAST = 20, 10, 4
"""Cells of a bar: at most, at least in a whole table, at least where each row takes two lines."""
_ROOM = 12
"""Cells that remarks need at least, to stand beside the figures."""
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Title:
    """A column: its title, whether it holds figures, whether it stays beside the bar on a narrow screen."""

    text: str
    to_right: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """What a bar shows, as shares of the whole."""

    done: Fraction
    expected: Fraction | None
    full: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row; the cells are as many as the columns. `remark` stands last and is wrapped."""

    name: str
    bar: Bar | None
    cells: Sequence[Span]
    remark: str


def chart(
    name: str, titles: Sequence[Title], remark: str, rows: Sequence[Row], cells: int | None, indent: str
) -> list[Line]:
    """The rows as lines of at most `cells` (None: as wide as they need), with a head where they fit in one line."""
    first = max(width(name), *(width(row.name) for row in rows))
    widths = [
        max([width(title.text), *(width(row.cells[index][0]) for row in rows)])
        for index, title in enumerate(titles)
    ]
    barred = any(row.bar is not None for row in rows)
    remarks = max(width(remark), *(width(harmless(row.remark)) for row in rows))
    taken = len(indent) + first + sum(size + len(_GAP) for size in widths)
    least = len(_GAP) + SHORTEST if barred else 0
    room = taken + least + LONGEST + remarks if cells is None else cells - taken - least
    remarks_take = len(_GAP) + (remarks if len(_GAP) + remarks <= room else _ROOM) if remarks else 0
    if room < remarks_take:
        return _narrow(titles, first, rows, cells, indent)
    wide = min(LONGEST, SHORTEST + room - remarks_take) if barred else 0
    sizes = _Sizes(first, wide, widths)
    lines = [[(_head(name, titles, remark, sizes, indent), "head")]]
    for row in rows:
        lines += _wide(titles, row, sizes, cells, indent)
    return lines


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Widths of the row's name, the bar and the columns."""

    name: int
    bar: int
    columns: Sequence[int]


def _head(name: str, titles: Sequence[Title], remark: str, sizes: _Sizes, indent: str) -> str:
    said = indent + right(name, sizes.name)
    if sizes.bar:
        said += _GAP + left("进度", sizes.bar)
    for title, size in zip(titles, sizes.columns, strict=True):
        said += _GAP + (right(title.text, size) if title.to_right else left(title.text, size))
    return said + (_GAP + remark if remark else "")


def _wide(titles: Sequence[Title], row: Row, sizes: _Sizes, cells: int | None, indent: str) -> list[Line]:
    line: Line = [(indent + right(row.name, sizes.name), "")]
    if sizes.bar:
        line += [(_GAP, ""), (_drawn(row.bar, sizes.bar), _style(titles, row))]
    for title, (text, style), size in zip(titles, row.cells, sizes.columns, strict=True):
        line += [(_GAP, ""), (right(text, size) if title.to_right else left(text, size), style)]
    if not row.remark:
        return [line]
    before = sum(width(text) for text, _ in line) + len(_GAP)
    first, *more = wrap(harmless(row.remark), None if cells is None else cells - before)
    return [[*line, (_GAP + first, "below")], *([(" " * before + text, "below")] for text in more)]


def _narrow(
    titles: Sequence[Title], first: int, rows: Sequence[Row], cells: int | None, indent: str
) -> list[Line]:
    """Two lines a row: the bar with what belongs beside it, then the rest with its titles."""
    beside = [index for index, title in enumerate(titles) if title.beside]
    widths = {index: max(width(row.cells[index][0]) for row in rows) for index in beside}
    taken = len(indent) + first + sum(size + 1 for size in widths.values()) + 1
    long = LONGEST if cells is None else max(LEAST, min(LONGEST, cells - taken))
    barred = any(row.bar is not None for row in rows)
    lines: list[Line] = []
    for row in rows:
        line: Line = [(indent + right(row.name, first), "")]
        if barred:
            line.append((" " + _drawn(row.bar, long), _style(titles, row)))
        for index in beside:
            text, style = row.cells[index]
            size = widths[index]
            line.append((" " + (right(text, size) if titles[index].to_right else left(text, size)), style))
        lines.append(line)
        facts = [
            f"{title.text}{text}"
            for index, (title, (text, _)) in enumerate(zip(titles, row.cells, strict=True))
            if index not in beside
        ]
        margin = indent + " " * (first + 1)
        packed = _packed([*facts, *([harmless(row.remark)] if row.remark else [])], cells, len(margin))
        lines += sentences(packed, cells, margin, "below")
    return lines


def _packed(facts: Sequence[str], cells: int | None, margin: int) -> list[str]:
    """The facts in lines, none of them torn that fits into one."""
    lines: list[str] = []
    for fact in facts:
        longer = f"{lines[-1]} {fact}" if lines else fact
        if lines and (cells is None or margin + width(longer) <= cells):
            lines[-1] = longer
        else:
            lines.append(fact)
    return lines


def _drawn(shown: Bar | None, cells: int) -> str:
    return " " * cells if shown is None else bar(shown.done, shown.expected, cells, full=shown.full)


def _style(titles: Sequence[Title], row: Row) -> str:
    """The bar has the colour of the row's status, the last of what stands beside it."""
    styles = [style for title, (_, style) in zip(titles, row.cells, strict=True) if title.beside and style]
    return styles[-1] if styles else ""
