"""Each indicator's figures and schedule, read by its kind: what all rules on figures and statuses rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from minsheng_cli.fields.scalars import mended_month
from minsheng_cli.finding import Gathering, Misfit, Position
from minsheng_cli.kinds.figure import Figure, Reading, Unfit, read_count
from minsheng_cli.model.document import Document
from minsheng_cli.model.ledger import Ledger
from minsheng_cli.model.plan import Responsibility
from minsheng_cli.model.progress import ProgressFile, Report
from minsheng_cli.month import Month
from minsheng_cli.numbers import NotPlain, parse, written
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode, places_in
from minsheng_cli.terms import quoted


class Entry(NamedTuple):
    """One figure of one report, with what it says and where it stands."""

    file: str
    month: Month
    figure: Figure
    reading: Reading
    level: Fraction | None
    """`f` of this report; None where it cannot be told (底数未报) or there is none (暂无符合条件对象)."""
    done: Fraction
    """What has been done, in the indicator's unit."""
    at: Position
    eligible_at: Position
    """Where a coverage's base stands; `at` where there is none."""


class Step(NamedTuple):
    """One step of a schedule: `level` is due by the end of `month`."""

    month: Month
    level: Fraction
    at: Position


@dataclass(slots=True)
class Series:
    """One indicator's figures in the order of its file, and its schedule by month."""

    responsibility: Responsibility
    sound: bool
    """Whether the plan says all of the indicator that its figures are read by."""
    entries: list[Entry] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    unread: set[Month] = field(default_factory=set)
    """Months of which a figure stands there that could not be read."""
    unread_steps: bool = False


@dataclass(slots=True)
class Figures:
    """All series by indicator id, and the figures and steps that could not be read."""

    series: dict[str, Series]
    misfits: list[Misfit]


def read_figures(ledger: Ledger) -> Figures:
    """Read every figure and every step of every file with the kind of its indicator."""
    plan = ledger.plan
    wrong = ledger.plan_document.wrong_places
    figures = Figures({}, [])
    for name, found in (plan.responsibilities if plan else {}).items():
        sound = wrong.isdisjoint(places_in(found.indicator.mapping)) if wrong else True
        figures.series[name] = Series(found, sound)
    gathering = Gathering()
    for document, file in ledger.progress:
        found_before = len(figures.misfits)
        said = {misfit.at for misfit in document.misfits} | document.silenced
        reader = _Reader(figures, document, file, document.wrong_places, said)
        for report in file.reports:
            for name in report.figures:
                reader.read_figure(report, name)
        for name, steps in file.schedule.items():
            reader.read_steps(name, list(steps.items()))
        figures.misfits[found_before:] = gathering.of_file(figures.misfits[found_before:])
    return figures


@dataclass(slots=True)
class _Reader:
    """Reads one file's figures and steps into the series."""

    figures: Figures
    document: Document
    file: ProgressFile
    wrong: set[Position]
    said: set[Position]

    def read_figure(self, report: Report, name: str) -> None:
        figure = report.figures[name]
        holder = report.mapping.values.get("figures")
        if not isinstance(holder, MappingNode) or name not in holder.values:
            return
        node, series = holder.values[name], self.figures.series.get(name)
        own = series is not None and series.responsibility.department == self.file.department
        broken = self._has_misfit(holder, name)
        read = self._read(series, figure) if not broken else []
        if isinstance(read, list):
            if own and series is not None:
                series.unread.add(report.month)
            for unfit in read:
                about = {"key": _label(series, name), **unfit.about}
                if own and series is not None and _asks_for_last(series, unfit):
                    about["last"] = _last(series, unfit.part)
                at = _place(node, holder.key(name), unfit)
                self.figures.misfits.append(Misfit("figures", unfit.kind, self.document.path, at, about))
        elif own and series is not None and series.sound and month_known(report, self.wrong):
            value, base = node, None
            if isinstance(node, MappingNode):
                value = next((node.values[part] for part in ("done", "stage") if part in node.values), node)
                base = node.values.get("eligible")
            at = value.at
            indicator = series.responsibility.indicator
            done = indicator.done(read)
            entry = Entry(
                file=self.document.path,
                month=report.month,
                figure=figure,
                reading=read,
                level=done if indicator.counts else indicator.level(read),
                done=done,
                at=at,
                eligible_at=base.at if base else at,
            )
            series.entries.append(entry)

    def _read(self, series: Series | None, figure: Figure) -> Reading | list[Unfit]:
        if series is None or not series.sound:
            return _read_unplanned(figure)
        return series.responsibility.indicator.read(figure)

    def _has_misfit(self, holder: MappingNode, name: str) -> bool:
        """Whether what is wrong with the form of a figure has been said already."""
        if not self.said:
            return False
        return holder.key(name) in self.said or not self.said.isdisjoint(places_in(holder.values[name]))

    def read_steps(self, name: str, steps: list[tuple[Month, str]]) -> None:
        series = self.figures.series.get(name)
        if series is None or not series.sound or series.responsibility.department != self.file.department:
            return
        schedule = self.file.mapping.values.get("schedule")
        holder = schedule.values.get(name) if isinstance(schedule, MappingNode) else None
        if not isinstance(schedule, MappingNode) or not isinstance(holder, MappingNode):
            return
        indicator, label = series.responsibility.indicator, _label(series, name)
        if indicator.kind == "trend":
            misfit = Misfit(
                "figures", "trend-has-no-schedule", self.document.path, schedule.key(name), {"key": label}
            )
            self.figures.misfits.append(misfit)
            return
        series.unread_steps = bool(self.wrong) and not self.wrong.isdisjoint(places_in(holder))
        for month, text in steps:
            node = holder.values.get(str(month))
            if not isinstance(node, Scalar):
                continue
            level = indicator.read_step(text)
            if isinstance(level, Unfit):
                series.unread_steps = True
                about = {"key": label, **level.about}
                self.figures.misfits.append(Misfit("figures", level.kind, self.document.path, node.at, about))
            else:
                series.steps.append(Step(month, level, node.at))
        series.steps.sort(key=lambda step: step.month)


def _asks_for_last(series: Series, unfit: Unfit) -> bool:
    """Whether what was reported last tells what to type: again where nothing is new, with “+912” added."""
    kind, cause = series.responsibility.indicator.kind, unfit.about.get("cause")
    return cause == "placeholder" or (cause == "plus-sign" and kind in ("quantity", "total"))


def _last(series: Series, part: str) -> str:
    """The number that was reported last, as it would be typed again."""
    reading = series.entries[-1].reading if series.entries else None
    number = None if reading is None else reading.eligible if part == "eligible" else reading.done
    return "" if number is None else written(number)


def month_known(report: Report, wrong: set[Position]) -> bool:
    """Whether the report's month is the one typed, or surely meant, and no stand-in."""
    if not wrong:
        return True
    at = report.mapping.value("month")
    node = report.mapping.values.get("month")
    return at not in wrong or (isinstance(node, Scalar) and mended_month(node.text) == str(report.month))


def _label(series: Series | None, name: str) -> str:
    """An indicator for a sentence: its name where the plan gives one, and its id."""
    return quoted(series.responsibility.indicator.name, name) if series else f"“{name}”"


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
