"""Each indicator's figures and schedule, read by its kind: what all rules on figures and statuses rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.kinds.figure import Figure, Reading, Unfit, read_count
from minsheng_cli.model.ledger import Document, Ledger
from minsheng_cli.model.plan import Responsibility
from minsheng_cli.model.progress import ProgressFile, Report
from minsheng_cli.month import Month
from minsheng_cli.numbers import NotPlain, parse
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of one report, with what it says and where it stands."""

    file: str
    month: Month
    figure: Figure
    reading: Reading
    at: Position


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a schedule: `level` is due by the end of `month`."""

    month: Month
    level: Fraction
    at: Position


@dataclass(slots=True)
class Series:
    """One indicator's figures in the order of its file, and its schedule by month."""

    responsibility: Responsibility
    entries: list[Entry] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


@dataclass(slots=True)
class Figures:
    """All series by indicator id, and the figures and steps that could not be read."""

    series: dict[str, Series]
    misfits: list[Misfit]


def read_figures(ledger: Ledger) -> Figures:
    """Read every figure and every step of every file with the kind of its indicator."""
    plan = ledger.plan
    known = plan.responsibilities if plan else {}
    figures = Figures({name: Series(found) for name, found in known.items()}, [])
    for document, file in ledger.progress:
        for report in file.reports:
            for name in report.figures:
                _read_figure(figures, document, file, report, name)
        for name, steps in file.schedule.items():
            _read_steps(figures, document, file, name, list(steps.items()))
    return figures


def _read_figure(figures: Figures, document: Document, file: ProgressFile, report: Report, name: str) -> None:
    figure = report.figures[name]
    holder = report.mapping.values.get("figures")
    if not isinstance(holder, MappingNode) or name not in holder.values:
        return
    node = holder.values[name]
    if id(node) in document.damaged:
        return  # what is wrong with its form has been said already
    series = figures.series.get(name)
    read = _read_unplanned(figure) if series is None else series.responsibility.indicator.read(figure)
    if isinstance(read, list):
        for unfit in read:
            at = _place(node, holder.key(name), unfit)
            about = {"key": _label(series, name), **unfit.about}
            figures.misfits.append(Misfit("figures", unfit.kind, document.path, at, about))
    elif series is not None and series.responsibility.department == file.department:
        value = node
        if isinstance(node, MappingNode):
            value = next((node.values[part] for part in ("done", "stage") if part in node.values), node)
        series.entries.append(Entry(document.path, report.month, figure, read, value.at))


def _label(series: Series | None, name: str) -> str:
    """An indicator for a sentence: its name where the plan gives one, and its id."""
    return f"“{series.responsibility.indicator.name}”（{name}）" if series else f"“{name}”"


def _read_unplanned(figure: Figure) -> Reading | list[Unfit]:
    """A figure whose indicator the plan does not give: only what is certainly no number is said."""
    found: list[Unfit] = []
    for part, value in (("", figure.short), ("done", figure.done), ("eligible", figure.eligible)):
        if not isinstance(value, str):
            continue
        number = parse(value)
        if isinstance(number, NotPlain) and number.cause not in ("text", "yes-no", "placeholder", "date"):
            unfit = read_count(value, part, whole=False, unit="")
            if isinstance(unfit, Unfit):
                found.append(unfit)
    return found or Reading()


def _place(node: Any, key: Position, unfit: Unfit) -> Position:
    """The place of the part of a figure that does not fit."""
    if isinstance(node, MappingNode):
        if unfit.kind == "key-of-another-kind":
            return node.key(unfit.part)
        if unfit.part in node.values:
            node = node.values[unfit.part]
        elif unfit.kind == "no-value":
            return key
    if isinstance(node, SequenceNode) and unfit.index is not None and unfit.index < len(node.items):
        node = node.items[unfit.index]
    place: Position = node.at
    return place


def _read_steps(
    figures: Figures, document: Document, file: ProgressFile, name: str, steps: list[tuple[Month, str]]
) -> None:
    series = figures.series.get(name)
    if series is None or series.responsibility.department != file.department:
        return
    schedule = file.mapping.values.get("schedule")
    holder = schedule.values.get(name) if isinstance(schedule, MappingNode) else None
    if not isinstance(holder, MappingNode):
        return
    for month, text in steps:
        node = holder.values.get(str(month))
        if not isinstance(node, Scalar) or id(node) in document.damaged:
            continue
        level = series.responsibility.indicator.read_step(text)
        if isinstance(level, Unfit):
            about = {"key": _label(series, name), **level.about}
            figures.misfits.append(Misfit("figures", level.kind, document.path, node.at, about))
        else:
            series.steps.append(Step(month, level, node.at))
    series.steps.sort(key=lambda step: step.month)
