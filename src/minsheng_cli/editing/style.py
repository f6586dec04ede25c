"""How a file's reports are written: where their lines begin, what is in brackets, what stands between them."""

from __future__ import annotations

from typing import Any, NamedTuple

from minsheng_cli.editing.change import REMARK_LISTS
from minsheng_cli.editing.spans import Listed, Mapped, Text
from minsheng_cli.editing.splices import line_above, line_end, line_start
from minsheng_cli.editing.writing import VALUES
from minsheng_cli.finding import LINE_END


class Style(NamedTuple):
    """The manner of a file, as its report nearest to the new one has it."""

    dash: int = 2
    """The column of the dashes, from 0."""
    keys: int = 4
    """The column of a report's names."""
    step: int = 2
    """How much deeper its figures stand."""
    remark_dash: int = 2
    """How much deeper than their name the dashes of problems and highlights stand."""
    gap: int = 1
    """Empty lines between reports."""
    flow: bool = False
    """Whether a report is one pair of braces."""
    flow_figures: bool = False
    long: frozenset[str] = frozenset()
    """Figures that have the long form without a need."""
    flow_one: bool = True
    """Whether a single remark stands in brackets on the line of its name."""
    flow_more: bool = False


USUAL = Style()


def style_of(text: str, reports: Listed, nearest: int) -> Style:
    """The manner of report number `nearest`, and of the others where it has not all that is asked."""
    model = reports.items[nearest]
    if not isinstance(model, Mapped):
        return USUAL
    every = [each for each in reports.items if isinstance(each, Mapped)]
    ordered = sorted(every, key=lambda each: abs(each.start - model.start))
    figures = [each.get("figures") for each in ordered if isinstance(each.get("figures"), Mapped)]
    blocks = [each for each in figures if not each.flow and each.pairs]
    lists = [
        each.get(name) for each in ordered for name in REMARK_LISTS if isinstance(each.get(name), Listed)
    ]
    deep = blocks[0].column - _holder(ordered, blocks[0]) if blocks else USUAL.step
    dashes = [
        each.get(name).column - each.column
        for each in ordered
        for name in REMARK_LISTS
        if isinstance(each.get(name), Listed) and not each.get(name).flow and not each.flow
    ]
    filled = [each for each in figures if each.pairs]
    return Style(
        dash=reports.column if not reports.flow else USUAL.dash,
        keys=model.column if not model.flow else reports.column + 2,
        step=deep,
        remark_dash=dashes[0] if dashes else deep,
        gap=_gap(text, reports),
        flow=model.flow,
        flow_figures=filled[0].flow if filled else False,
        long=frozenset(_long(filled[0])) if filled else frozenset(),
        flow_one=_in_brackets([each for each in lists if len(each.items) == 1], USUAL.flow_one),
        flow_more=_in_brackets([each for each in lists if len(each.items) > 1], USUAL.flow_more),
    )


def _holder(reports: list[Mapped], figures: Mapped) -> int:
    """The column of the names of the report that has these figures."""
    return next(each.column for each in reports if each.get("figures") is figures)


def _long(figures: Mapped) -> list[str]:
    """The figures whose long form says nothing that the short one would not."""
    return [
        key.says
        for key, value in figures.pairs
        if (isinstance(value, Mapped) and len(value.pairs) == 1 and value.pairs[0][0].says in VALUES)
        or (isinstance(value, Mapped) and isinstance(value.get("done"), Listed))
    ]


def _in_brackets(lists: list[Any], usual: bool) -> bool:
    return bool(lists[0].flow) if lists else usual


def _gap(text: str, reports: Listed) -> int:
    """The empty lines between the last two reports; of a single one, those above the whole list's name."""
    if len(reports.items) > 1:
        return _empty_lines(text[reports.items[-2].end : line_start(text, reports.items[-1].start)])
    first = line_start(text, reports.start)
    name = line_above(text, first) if first else 0
    return int(bool(name) and not text[line_above(text, name) : name].strip())


def _empty_lines(between: str) -> int:
    """The empty lines in what stands between two reports, behind the line that the first ends on."""
    lines = LINE_END.split(between)[1:-1]
    return sum(not line.strip() for line in lines)


def end_of_report(text: str, report: Text | Listed | Mapped, dash: int) -> int:
    """The end of a report's last line, with the comments below that are set deeper than its dash."""
    end = line_end(text, report.end)
    at = end
    while (found := LINE_END.match(text, at)) is not None:
        at = line_end(text, found.end())
        line = text[found.end() : at]
        if not line.strip():
            continue
        if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) <= dash:
            break
        end = at
    return end
