"""The whole way: a text and what is to be recorded in, the text with it out, or why that cannot be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from minsheng_cli.editing.change import CannotEdit, FigureChange, NewRemark, ReportChange
from minsheng_cli.editing.figures import changed, colon, in_place
from minsheng_cli.editing.intended import as_plain, intended, normal
from minsheng_cli.editing.reports import (
    added,
    figure_lines,
    figure_text,
    listed,
    new_file,
    remark_lines,
)
from minsheng_cli.editing.spans import Listed, Mapped, Text, month_of, plain, spans
from minsheng_cli.editing.splices import Splice, below, line_number, spliced, within
from minsheng_cli.editing.style import Style, style_of
from minsheng_cli.editing.writing import remark, text_of


class NotAsIntended(Exception):
    """The new text does not say what it was to say: a bug of ours, and nothing to be written."""


def edited(text: str, change: ReportChange, order: Sequence[str]) -> str:
    """The text with one report added or changed; `order` is that of the indicators in the plan.

    CannotEdit where the text is written in a way that is left to a person.
    """
    root = spans(text)
    if not isinstance(root, Mapped) or root.flow:
        raise CannotEdit()
    place = _place(root, change.month)
    splices = (
        added(text, root, change)
        if place is None
        else list(_within(text, root.get("reports"), place, change, order))
    )
    new = spliced(text, splices)
    try:
        _as_intended(new, plain(root), change)
    except NotAsIntended:
        if text.endswith("\n"):
            raise
        # a text of several lines that ends the file gets a line end from what is put behind it
        raise CannotEdit(line_number(text, len(text))) from None
    return new


def begun(department: str, change: ReportChange, head: Sequence[str]) -> str:
    """The text of a department's file that is not there yet; `head` are the lines above."""
    new = new_file(department, change, head)
    _as_intended(new, {"department": department, "reports": []}, change)
    return new


def _as_intended(new: str, before: Any, change: ReportChange) -> None:
    """Read the new text again: everything is as it was, but for what was to be different."""
    try:
        said = normal(plain(spans(new)))
    except Exception as problem:  # whatever the parser has to say of it
        raise NotAsIntended from problem
    if said != intended(before, change):
        raise NotAsIntended


def _place(root: Mapped, month: str) -> int | None:
    """The number of the report of a month."""
    reports = root.get("reports")
    items = reports.items if isinstance(reports, Listed) else []
    return next((place for place, each in enumerate(items) if month_of(each) == month), None)


def _within(
    text: str, reports: Listed, place: int, change: ReportChange, order: Sequence[str]
) -> Iterator[Splice]:
    """The splices that change a report which is there."""
    report, style = reports.items[place], style_of(text, reports, place)
    assert isinstance(report, Mapped)
    if change.reported_on is not None:
        yield from _reported_on(text, report, change.reported_on)
    if change.figures:
        yield from _figures(text, report, change.figures, style, order)
    for name, new in change.remarks.items():
        yield from _remarks(text, report, name, new, style)


def _reported_on(text: str, report: Mapped, day: str) -> Iterator[Splice]:
    """The day of the report."""
    key, node = report.key("reported_on"), report.get("reported_on")
    if key is None:
        yield from _named(text, report, ("month",), [f"reported_on: {day}"])
    elif not isinstance(node, Text) or node.says != day:
        yield in_place(text, key, node, text_of(day, flow=False, style=getattr(node, "style", "")))


def _figures(
    text: str, report: Mapped, figures: Sequence[FigureChange], style: Style, order: Sequence[str]
) -> Iterator[Splice]:
    """The figures that are there changed where they stand, the others put among them in the plan's order."""
    key, node = report.key("figures"), report.get("figures")
    known = [*order, *(each.indicator for each in figures if each.indicator not in order)]
    there = node if isinstance(node, Mapped) else None
    new = sorted(
        (each for each in figures if there is None or there.find(each.indicator) is None),
        key=lambda each: known.index(each.indicator),
    )
    for each in figures:
        if there is not None and (place := there.find(each.indicator)) is not None:
            yield from changed(text, *there.pairs[place], each, flow=there.flow)
    if not new:
        return
    if key is None:
        yield from _named(text, report, ("month", "reported_on"), figure_lines(new, style, 0))
    elif there is not None and there.pairs:
        for after, group in _grouped(there, new, known):
            yield from _among(text, key, there, after, group, style)
    elif report.flow or style.flow_figures:
        yield in_place(
            text, key, node, figure_lines(new, style._replace(flow_figures=True), 0)[0].partition(": ")[2]
        )
    else:
        assert isinstance(node, (Text, Listed, Mapped))
        if "#" in text[key.end : node.end]:
            raise CannotEdit(line_number(text, key.start))
        yield Splice(colon(text, key), node.end, "")
        yield below(text, node.end, figure_lines(new, style, report.column)[1:])


def _grouped(
    there: Mapped, new: Sequence[FigureChange], known: Sequence[str]
) -> Iterator[tuple[int, list[FigureChange]]]:
    """New figures by the number of the one that they follow in the plan's order, -1 for none."""
    groups: dict[int, list[FigureChange]] = {}
    for each in new:
        before = known[: known.index(each.indicator)]
        found = (there.find(name) for name in reversed(before))
        groups.setdefault(next((place for place in found if place is not None), -1), []).append(each)
    yield from groups.items()


def _among(
    text: str, key: Text, there: Mapped, after: int, new: Sequence[FigureChange], style: Style
) -> Iterator[Splice]:
    """New figures behind number `after` of those that are there."""
    lines = [figure_text(each, style, flow=there.flow) for each in new]
    if there.flow:
        elements = [(name.start, value.end) for name, value in there.pairs]
        yield from within(text, (there.start, there.end), elements, after, lines)
    else:
        at = there.pairs[after][1].end if after >= 0 else colon(text, key)
        yield below(text, at, [f"{' ' * there.column}{line}" for line in lines])


def _remarks(
    text: str, report: Mapped, name: str, new: Sequence[NewRemark], style: Style
) -> Iterator[Splice]:
    """Remarks added behind those that are there."""
    key, node = report.key(name), report.get(name)
    if key is None:
        before = ("month", "reported_on", "figures", *(() if name == "problems" else ("problems",)))
        lines = remark_lines(
            name, new, style._replace(flow_one=True, flow_more=True) if report.flow else style, 0
        )
        yield from _named(text, report, before, lines)
        return
    if not isinstance(node, Listed):
        if not isinstance(node, Text) or not node.nothing:
            raise CannotEdit(line_number(text, key.start))
        yield in_place(text, key, node, listed(new))
        return
    there = [plain(item) for item in node.items]
    fresh = [each for each in new if as_plain(each) not in there]
    elements = [(item.start, item.end) for item in node.items]
    if fresh and node.flow:
        written = [remark(each, flow=True) for each in fresh]
        yield from within(text, (node.start, node.end), elements, len(elements) - 1, written)
    elif fresh:
        dashes = " " * node.column
        yield below(text, node.end, [f"{dashes}- {remark(each, flow=False)}" for each in fresh])


def _named(text: str, report: Mapped, before: Sequence[str], lines: Sequence[str]) -> Iterator[Splice]:
    """A name that the report has not, behind the last of those that it belongs behind."""
    after = max((place for name in before if (place := report.find(name)) is not None), default=0)
    if report.flow:
        elements = [(key.start, value.end) for key, value in report.pairs]
        yield from within(text, (report.start, report.end), elements, after, lines)
    else:
        yield below(text, report.pairs[after][1].end, [f"{' ' * report.column}{line}" for line in lines])
