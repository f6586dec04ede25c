"""Rows of aligned cells with a free text at the end and sentences below: what fits any terminal.

Only columns whose width is certain are aligned (digits, Chinese words, `#` and `-`); names, which may
hold signs of uncertain width such as “ and ·, stand last in their line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from minsheng_cli.views.cells import harmless, left, right, width, wrap

Span = tuple[str, str]
"""A piece of text and the name of its style (empty for plain)."""
Line = list[Span]

NARROW = 64
"""Below this width a row's name gets a line of its own."""


class Column(NamedTuple):
    """One aligned column; figures are set to the right."""

    title: str
    to_right: bool = False
    before_name: bool = False
    """On a narrow terminal it stands before the name instead of among the facts below it."""
    drawn: bool = False
    """A picture out of signs, which says nothing without a fixed width of characters."""


class Row(NamedTuple):
    """Cells with their styles, the name, and the sentences below."""

    cells: Sequence[Span]
    name: str
    below: Sequence[str] = ()


def grid(columns: Sequence[Column], name_title: str, rows: Sequence[Row], cells: int | None) -> list[Line]:
    """The table as lines of at most `cells` (None: as wide as it needs); without rows, nothing."""
    if not rows:
        return []
    widths = [
        max([width(column.title), *(width(harmless(row.cells[index][0])) for row in rows)])
        for index, column in enumerate(columns)
    ]
    indent = sum(size + _gap(column) for size, column in zip(widths, columns, strict=True))
    narrow = cells is not None and (cells < NARROW or indent > cells - 16)
    lines: list[Line] = []
    if not narrow:
        head = [
            (_set(column.title, size, column) + " " * _gap(column), "head")
            for column, size in zip(columns, widths, strict=True)
        ]
        lines.append([*head, (name_title, "head")])
    for row in rows:
        lines += _narrow(columns, row, cells) if narrow else _wide(columns, widths, row, cells, indent)
    return lines


def sentences(
    texts: Sequence[str], cells: int | None, indent: str = "", style: str = "", hang: str = ""
) -> list[Line]:
    """Plain lines, wrapped and indented; `hang` stands before what is continued."""
    room = None if cells is None else max(8, cells - len(indent))
    lines: list[Line] = []
    for text in texts:
        first, *more = wrap(harmless(text), room)
        if more and hang and room is not None:
            first, *more = wrap(harmless(text), max(8, room - len(hang)))
        lines += [[(indent, ""), (first, style)], *([(indent + hang, ""), (line, style)] for line in more)]
    return lines


def plain(lines: Sequence[Line]) -> str:
    """The lines without their styles, none with blanks at its end."""
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def _gap(column: Column) -> int:
    """Blanks after a column; one is enough behind a number that leads the row."""
    return 1 if column.before_name else 2


def _set(text: str, size: int, column: Column) -> str:
    return right(text, size) if column.to_right else left(text, size)


def _wide(
    columns: Sequence[Column], widths: Sequence[int], row: Row, cells: int | None, indent: int
) -> list[Line]:
    line: Line = []
    for (text, style), size, column in zip(row.cells, widths, columns, strict=True):
        line += [(_set(harmless(text), size, column), style), (" " * _gap(column), "")]
    first, *more = wrap(harmless(row.name), None if cells is None else cells - indent)
    lines = [[*line, (first, "name")], *([(" " * indent, ""), (text, "name")] for text in more)]
    return lines + sentences(row.below, cells, "      ", "below")


def _narrow(columns: Sequence[Column], row: Row, cells: int | None) -> list[Line]:
    labelled = [
        (column, harmless(text).strip()) for column, (text, _) in zip(columns, row.cells, strict=True)
    ]
    name = " ".join([*(text for column, text in labelled if column.before_name), harmless(row.name)])
    lines: list[Line] = [[(text, "name")] for text in wrap(name, cells)]
    facts = "  ".join(f"{column.title}{text}" for column, text in labelled if text and not column.before_name)
    return lines + sentences([facts, *row.below], cells, "  ", "below")
