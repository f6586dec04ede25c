"""Lines that the parser reads without a word, though they stand beside what they belong to.

A remark below its figure, a figure's own lines no further in than its name, a heading that takes the months below
it. Each is said once, and the nodes are put as they were surely meant, so that nothing further is blamed for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from minsheng_cli.finding import LINE_END, Misfit, Position
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.source.quoting import figure_key
from minsheng_cli.source.saying import moved, unreadable

_REMARKS = {"note": "note", "revision": "revision", "eligible": "eligible", "备注": "note", "说明": "note"}
_OF_FIGURE = frozenset(("done", "stage", *_REMARKS))


def take_strays(path: str, root: Any, text: str) -> list[Misfit]:
    """Find the stray lines of a progress file below `root`, and put the nodes right."""
    reports = root.values.get("reports") if isinstance(root, MappingNode) else None
    if not isinstance(reports, SequenceNode):
        return []
    found = [*_headings(path, root, reports)]
    lines: list[str] = []
    for report in reports.items:
        if not isinstance(report, MappingNode) or report.flow:
            continue
        figures = report.values.get("figures")
        if not isinstance(figures, MappingNode) or figures.flow or not figures.values:
            continue
        names = list(report.values)
        below = names[names.index("figures") + 1 :][:1]
        if _OF_FIGURE.isdisjoint((*figures.values, *below)):
            continue
        lines = lines or LINE_END.split(text)
        found += _beside_figure(path, figures, lines)
        found += (misfit for name in below if (misfit := _join(path, figures, report, name, lines)))
    return found


def _headings(path: str, root: MappingNode, reports: SequenceNode) -> Iterator[Misfit]:
    """`8月:` at the margin, which takes the months below it from the reports."""
    for name, value in list(root.values.items()):
        if name.isascii() or not isinstance(value, SequenceNode) or value.flow:
            continue
        if all(isinstance(item, MappingNode) and "month" in item.values for item in value.items):
            reports.items += value.items
            yield unreadable(path, root.keys.pop(name).at, "stray heading", f"{name}:")
            del root.values[name]


def _beside_figure(path: str, figures: MappingNode, lines: list[str]) -> Iterator[Misfit]:
    """The lines among a report's figures that belong to the figure above them."""
    owner, said = "", None
    for name in list(figures.values):
        if name not in _OF_FIGURE or not owner:
            owner, said = name, None
            continue
        key, above = figures.keys[name], figures.values[owner]
        in_block = isinstance(above, MappingNode) and not above.flow
        if said is None and not in_block and not (isinstance(above, Scalar) and above.empty):
            if misfit := _join(path, figures, figures, name, lines):
                yield misfit
            continue
        if said is None:
            line = key.at.line
            spaces = above.at.column - 1 if in_block else figures.keys[owner].at.column + 1
            said = moved(path, lines[line - 1], line, spaces)
            figures.values[owner] = above = above if in_block else MappingNode(key.at)
            yield said
        said.about["last"] = str(key.at.line)
        _put(above, _REMARKS.get(name, name), key, figures.values.pop(name))
        del figures.keys[name]


def _join(path: str, figures: MappingNode, parent: MappingNode, name: str, lines: list[str]) -> Misfit | None:
    """A remark on the line below the figure that it belongs to."""
    remark, value = parent.keys[name], parent.values[name]
    owner = next(
        (each for each, key in reversed(figures.keys.items()) if key.at.line == remark.at.line - 1), None
    )
    if name not in _REMARKS or owner is None or not isinstance(value, Scalar):
        return None
    from minsheng_cli.source.indent import with_remark

    key, above = figures.keys[owner], figures.values[owner]
    whole = with_remark(lines[key.at.line - 1], lines[remark.at.line - 1])
    if not whole:
        return None
    if isinstance(above, Scalar):
        form = figure_key(above.text)
        figures.values[owner] = long = MappingNode(above.at, {form: key}, {form: above}, flow=True)
    elif isinstance(above, MappingNode):
        long = above
    else:
        return None
    _put(long, _REMARKS[name], remark, value)
    del parent.keys[name], parent.values[name]
    return unreadable(path, Position(key.at.line, key.at.column), "step join", whole)


def _put(node: MappingNode, name: str, key: Scalar, value: Any) -> None:
    node.keys.setdefault(name, key)
    node.values.setdefault(name, value)
