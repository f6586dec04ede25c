"""A month's report that is not there yet: its lines in the manner of the others, at its place among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minsheng_cli.editing.change import CannotEdit, FigureChange, NewRemark, ReportChange
from minsheng_cli.editing.figures import colon
from minsheng_cli.editing.spans import Listed, Mapped, month_of
from minsheng_cli.editing.splices import (
    Splice,
    below,
    line_above,
    line_break,
    line_number,
    line_start,
    within,
)
from minsheng_cli.editing.style import USUAL, Style, end_of_report, style_of
from minsheng_cli.editing.writing import braces, figure, remark


def figure_text(change: FigureChange, style: Style, *, flow: bool) -> str:
    """A new figure with its name."""
    long = change.indicator in style.long
    return f"{change.indicator}: {figure(change.parts, change.texts, flow=flow, long=long)}"


def remark_lines(name: str, new: Sequence[NewRemark], style: Style, indent: int) -> list[str]:
    """A new list of remarks."""
    if style.flow_one if len(new) == 1 else style.flow_more:
        return [f"{' ' * indent}{name}: {listed(new)}"]
    dashes = " " * (indent + style.remark_dash)
    return [f"{' ' * indent}{name}:", *(f"{dashes}- {remark(each, flow=False)}" for each in new)]


def listed(new: Iterable[NewRemark]) -> str:
    """Remarks in brackets."""
    return f"[{', '.join(remark(each, flow=True) for each in new)}]"


def figure_lines(figures: Sequence[FigureChange], style: Style, indent: int) -> list[str]:
    """The name `figures` and what stands below it."""
    if style.flow_figures or not figures:
        inside = ", ".join(figure_text(each, style, flow=True) for each in figures)
        return [f"{' ' * indent}figures: {{{inside}}}"]
    deeper = " " * (indent + style.step)
    return [f"{' ' * indent}figures:", *(deeper + figure_text(each, style, flow=False) for each in figures)]


def report_lines(change: ReportChange, style: Style) -> list[str]:
    """The lines of a whole report."""
    dash = " " * style.dash + "-"
    if style.flow:
        return [f"{dash} {_in_braces(change, style)}"]
    lines = [
        f"{' ' * style.keys}month: {change.month}",
        f"{' ' * style.keys}reported_on: {change.reported_on}",
    ]
    lines += figure_lines(change.figures, style, style.keys)
    for name, new in change.remarks.items():
        lines += remark_lines(name, new, style, style.keys)
    return [dash + lines[0][len(dash) :], *lines[1:]]


def _in_braces(change: ReportChange, style: Style) -> str:
    """A whole report on one line."""
    figures = ", ".join(figure_text(each, style, flow=True) for each in change.figures)
    said = {"month": change.month, "reported_on": change.reported_on or "", "figures": f"{{{figures}}}"}
    return braces(said | {name: listed(new) for name, new in change.remarks.items()})


def added(text: str, root: Mapped, change: ReportChange) -> list[Splice]:
    """The splices that put a report where its month belongs."""
    reports = root.get("reports")
    if isinstance(reports, Listed) and reports.items:
        return [_among(text, reports, change)] if not reports.flow else _in_flow(text, reports, change)
    lines = report_lines(change, USUAL)
    key = root.key("reports")
    if key is None:
        return [below(text, root.end, ["", "reports:", *lines])]
    if isinstance(reports, Mapped) or "#" in text[key.end : reports.end]:
        raise CannotEdit(line_number(text, key.start))
    start = colon(text, key)
    return [Splice(start, reports.end, ""), below(text, reports.end, lines)]


def _place(reports: Listed, month: str) -> int:
    """How many reports stand before that of a month: those up to the last earlier one."""
    earlier = [place for place, each in enumerate(reports.items, 1) if month_of(each) < month]
    return earlier[-1] if earlier else 0


def _among(text: str, reports: Listed, change: ReportChange) -> Splice:
    """A report among others that each begin with a dash."""
    place = _place(reports, change.month)
    style = style_of(text, reports, max(0, place - 1))
    lines = report_lines(change, style)
    gap = [""] * style.gap
    if place:
        end = end_of_report(text, reports.items[place - 1], reports.column)
        return below(text, end, [*gap, *lines])
    start = line_start(text, reports.start)
    while start and text[line_above(text, start) : start].lstrip().startswith("#"):
        start = line_above(text, start)  # what is said above a report is said of it
    ends = line_break(text, start)
    return Splice(start, start, "".join(f"{line}{ends}" for line in [*lines, *gap]))


def _in_flow(text: str, reports: Listed, change: ReportChange) -> list[Splice]:
    """A report in a list that stands in brackets."""
    place = _place(reports, change.month)
    style = style_of(text, reports, max(0, place - 1))
    elements = [(each.start, each.end) for each in reports.items]
    return within(text, (reports.start, reports.end), elements, place - 1, [_in_braces(change, style)])


def new_file(department: str, change: ReportChange, head: Sequence[str]) -> str:
    """A file of its own for a department that has none yet; `head` are the lines above."""
    lines = [*head, f"department: {department}", "", "reports:", *report_lines(change, USUAL)]
    return "".join(f"{line}\n" for line in lines)
