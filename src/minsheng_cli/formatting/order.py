"""Names in the documented order, and reports oldest first: moved only where nobody can doubt what moves with them.

A comment on a line of its own may be about the line below it, or about all that follow. So a mapping that has one
between its names keeps their order. A comment above a report is the report's, unless it is the first: that one may
be about them all.
"""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.formatting.pieces import Piece, Trivia
from minsheng_cli.formatting.shapes import Shape, in_order
from minsheng_cli.formatting.tree import Flow, Listing, Mapping, Tree, remarks
from minsheng_cli.month import WELL_FORMED


def put_in_order(tree: Tree, shape: Shape) -> bool:
    """Put a file's names and reports in order, in place; whether reports were moved."""
    _order(tree.root, shape, root=True)
    reports = dict(_named(tree.root)).get("reports") if isinstance(tree.root, Mapping) else None
    return "reports" in shape.names and isinstance(reports, Listing) and _oldest_first(reports)


def name_of(piece: Piece) -> str:
    """A name without its quotes."""
    return piece.text[1:-1] if piece.text[:1] in ("'", '"') else piece.text


def _named(mapping: Mapping) -> Iterator[tuple[str, Mapping | Listing | Flow | Piece | None]]:
    return ((name_of(entry.head), entry.value) for entry in mapping.entries)


def _order(node: Mapping | Listing | Flow | Piece | None, shape: Shape, *, root: bool = False) -> None:
    if isinstance(node, Mapping):
        for name, value in _named(node):
            _order(value, shape.at(name))
        _order_block(node, shape, root=root)
    elif isinstance(node, Listing):
        for item in node.entries:
            _order(item.value, shape.item)
    elif isinstance(node, Flow) and shape.orders:
        node.pieces = _ordered(node.pieces, shape)


def _order_block(mapping: Mapping, shape: Shape, *, root: bool) -> None:
    places = in_order(shape.names, [name for name, _ in _named(mapping)])
    leads = [entry.head.lead for entry in mapping.entries]
    if places is None or any(map(remarks, [*leads[root:], mapping.tail])):
        return
    mapping.entries = [mapping.entries[place] for place in places]
    for entry, lead in zip(mapping.entries, leads, strict=True):
        entry.head.lead = lead  # blank lines, and the words that a file begins with, stay where they are


def _ordered(pieces: list[Piece], shape: Shape) -> list[Piece]:
    """The pieces of a mapping or a list in brackets on one line; of one on several the line ends would be in the way."""
    if any(piece.broken or piece.lead for piece in pieces[1:]) or any(piece.trail for piece in pieces[:-1]):
        return pieces
    parts, commas = _parts(pieces)
    braces = pieces[0].kind == "{"
    if braces and any(len(part) < 2 or part[1].kind != ":" for part in parts):
        return pieces
    for part in parts:
        start = 2 if braces else 0
        below = shape.at(name_of(part[0])) if braces else shape.item
        if len(part) > start and part[start].kind in "{[" and below.orders:
            part[start:] = _ordered(part[start:], below)
    places = in_order(shape.names, [name_of(part[0]) for part in parts]) if braces else None
    if places is not None:
        parts = [parts[place] for place in places]
    found = [pieces[0]]
    for number, part in enumerate(parts):
        found += part
        found += commas[number : number + 1]
    return [*found, pieces[-1]]


def _parts(pieces: list[Piece]) -> tuple[list[list[Piece]], list[Piece]]:
    """What stands between the commas of a bracket, and the commas; a last comma has nothing behind it."""
    parts: list[list[Piece]] = [[]]
    commas: list[Piece] = []
    depth = 0
    for piece in pieces[1:-1]:
        depth += (piece.kind in "{[") - (piece.kind in "}]")
        if piece.kind == "," and not depth:
            commas.append(piece)
            parts.append([])
        else:
            parts[-1].append(piece)
    return [part for part in parts if part], commas


def _oldest_first(reports: Listing) -> bool:
    """Sort reports by their months, each with its comments; whether that moved any."""
    months = [_month(item.value) for item in reports.entries]
    places = sorted(range(len(months)), key=lambda place: months[place])
    moved = places != list(range(len(months)))
    doubt = "" in months or len(set(months)) < len(months)
    if not moved or doubt or remarks(reports.entries[0].head.lead) or remarks(reports.tail):
        return False
    blank = [bool(item.head.lead) and item.head.lead[0] is None for item in reports.entries]
    reports.entries = [reports.entries[place] for place in places]
    for item, above in zip(reports.entries, blank, strict=True):
        own: Trivia = item.head.lead[1:] if item.head.lead and item.head.lead[0] is None else item.head.lead
        item.head.lead = [None, *own] if above else own
    return True


def _month(report: Mapping | Listing | Flow | Piece | None) -> str:
    """A report's month; empty where it is not plain to see."""
    month = dict(_named(report)).get("month") if isinstance(report, Mapping) else None
    text = name_of(month) if isinstance(month, Piece) else ""
    return text if WELL_FORMED.fullmatch(text) else ""
