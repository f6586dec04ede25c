"""What is different in the departments' files: reports, figures, remarks, schedules, the mark of sample data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from minsheng_cli.finding import Position
from minsheng_cli.kinds.figure import Figure
from minsheng_cli.model.document import Document
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.model.progress import ProgressFile
from minsheng_cli.model.series import Entry
from minsheng_cli.month import Month
from minsheng_cli.review.change import Change, FigureChange, Kind, Place
from minsheng_cli.review.side import Filed, Side, part_at, remarks_of, reported_at, united
from minsheng_cli.review.values import figure_values, less, plain, step_value
from minsheng_cli.source.nodes import MappingNode
from minsheng_cli.status.comparison import other_status
from minsheng_cli.status.standing import DeadlineStanding


def report_changes(old: Side, new: Side) -> Iterator[Change]:
    """Every difference between the departments' files, by department, then by month, in the plan's order."""
    for department in _departments(old, new):
        yield from _sample(department, old, new)
        yield from _schedules(department, old, new)
        months = {month for side in (old, new) for name, month in side.reports if name == department}
        for month in sorted(months):
            yield from _Report(department, month, old, new).changes()


def _departments(old: Side, new: Side) -> list[str]:
    """All departments that have a file in either state: as the plan lists them, then by name."""
    there = {*old.files, *new.files}
    listed = united(*(side.plan.departments if side.plan else () for side in (old, new)))
    return [*(name for name in listed if name in there), *sorted(there.difference(listed))]


def _sample(department: str, old: Side, new: Side) -> Iterator[Change]:
    was, now = (side.files.get(department) for side in (old, new))
    if was and now and was[1].sample != now[1].sample:
        document, file = now
        mapping = file.mapping
        at = mapping.value("sample") if "sample" in mapping.values else mapping.value("department")
        place = Place(document.path, at)
        yield Change("sample", "sample", was[1].sample, file.sample, place, department=department)


def _schedules(department: str, old: Side, new: Side) -> Iterator[Change]:
    """The steps of a schedule that ask for something else, month by month."""
    was, now = (side.files.get(department) for side in (old, new))
    before, after = (each[1].schedule if each else {} for each in (was, now))
    known = united(old.indicators, new.indicators)
    rank = {name: place for place, name in enumerate(known)}
    for name in sorted(united(before, after), key=lambda name: (rank.get(name, len(known)), name)):
        then, later = before.get(name, {}), after.get(name, {})
        for month in sorted({*then, *later}):
            values = step_value(then.get(month)), step_value(later.get(month))
            if values[0] == values[1]:
                continue
            side = (now, False) if now and name in now[1].schedule else (was, True)
            place = _step_place(side, name, month)
            yield Change(
                "schedule",
                "schedule",
                values[0],
                values[1],
                place,
                department,
                month,
                _number(name, old, new),
                name,
                delta=less(values[1], values[0]),
            )


def _step_place(
    side: tuple[tuple[Document, ProgressFile] | None, bool], name: str, month: Month
) -> Place | None:
    filed, gone = side
    if filed is None:
        return None
    document, file = filed
    schedule = file.mapping.values.get("schedule")
    steps = schedule.values.get(name) if isinstance(schedule, MappingNode) else None
    at = steps.key(str(month)) if isinstance(steps, MappingNode) else file.mapping.at
    return Place(document.path, at, gone)


def _number(indicator: str, old: Side, new: Side) -> int | None:
    """The number of an indicator's project."""
    found = new.indicators.get(indicator) or old.indicators.get(indicator)
    return found[0].no if found else None


class _Report:
    """One department's report of one month in both states."""

    def __init__(self, department: str, month: Month, old: Side, new: Side) -> None:
        self.department, self.month = department, month
        self.sides = old, new
        self.old = old.reports.get((department, month))
        self.new = new.reports.get((department, month))
        latest = max((each.latest for each in self.sides if each.latest is not None), default=month)
        self.earlier = self.old is not None and month < latest

    def changes(self) -> Iterator[Change]:
        """What is different in it."""
        yield from self._itself()
        for name in self._names():
            yield from self._figure(name)
        for field, kind in (("problems", "problem"), ("highlights", "highlight")):
            yield from self._remarks(field, kind)  # type: ignore[arg-type]  # the two kinds of remarks

    def _change(self, kind: Kind, field: str, old: object, new: object, at: Position, gone: bool) -> Change:
        filed = self.old if gone else self.new
        assert filed is not None
        place = Place(filed.document.path, at, gone)
        return Change(kind, field, old, new, place, self.department, self.month)

    def _itself(self) -> Iterator[Change]:
        """That it is new or gone, or was handed in on another day."""
        days = [plain(each.report.reported_on) if each else None for each in (self.old, self.new)]
        if days[0] != days[1]:
            one = self.new or self.old
            assert one is not None
            mapping = one.report.mapping
            at = mapping.value("reported_on" if self.old and self.new else "month")
            yield self._change("report", "reported_on", days[0], days[1], at, self.new is None)

    def _names(self) -> list[str]:
        """The indicators that either report has a figure of, in the plan's order."""
        reported = united(*(each.report.figures if each else () for each in (self.old, self.new)))
        known = united(*(side.indicators for side in self.sides))
        rank = {name: place for place, name in enumerate(known)}
        return sorted(reported, key=lambda name: rank.get(name, len(known)))

    def _figure(self, name: str) -> Iterator[Change]:
        was, now = (_figure_of(each, name) for each in (self.old, self.new))
        entries = [side.entries.get((name, self.month)) for side in self.sides]
        found = [side.indicators.get(name) for side in self.sides]
        indicators = [each[1] if each else None for each in found]
        unread = [each is not None and entry is None for each, entry in zip((was, now), entries, strict=True)]
        if any(unread):
            entries = [None, None]  # what was typed is compared
        pairs = zip(indicators, entries, (was, now), strict=True)
        before, after = (figure_values(*each) for each in pairs)
        indicator = indicators[1] or indicators[0]
        detail = FigureChange(
            indicator=indicator,
            old=entries[0],
            new=entries[1],
            before=self.sides[1].before(name, self.month) if entries[1] and not was else None,
            rate=_rate(entries[1], indicators[1], self.month),
            deadlines=[] if any(unread) or was == now else self._deadlines(name),
            fresh=self.old is None,
            earlier=self.earlier,
        )
        gone = now is None
        filed = self.old if gone else self.new
        assert filed is not None
        reason = now.revision if now else None
        base = self._change(
            "unreadable" if any(unread) else "figure", "", None, None, reported_at(filed, name), gone
        )
        base = base._replace(project=_number(name, *self.sides), indicator=name)
        for field in united(before, after):
            values = before.get(field), after.get(field)
            if values[0] != values[1]:
                place = base.place._replace(at=part_at(filed, name, field)) if base.place else None
                yield base._replace(
                    field=field,
                    old=values[0],
                    new=values[1],
                    place=place,
                    delta=less(values[1], values[0]),
                    reason=reason,
                    figure=detail,
                )
        for kind in ("revision", "note"):
            words = [getattr(each, kind) if each else None for each in (was, now)]
            if words[0] != words[1]:
                at = part_at(filed, name, kind)
                place = base.place._replace(at=at) if base.place else None
                yield base._replace(
                    kind=kind, field=kind, old=words[0], new=words[1], place=place, figure=detail
                )

    def _deadlines(self, name: str) -> list[tuple[DeadlineStanding, DeadlineStanding]]:
        """Towards which an indicator stands otherwise in this month than it did."""
        then, now = (side.standing(name, self.month) for side in self.sides)
        return [] if then is None or now is None else other_status(then.deadlines, now.deadlines)

    def _remarks(self, field: str, kind: Literal["problem", "highlight"]) -> Iterator[Change]:
        """Problems that are raised and those that are settled; a new report is compared with the one before."""
        old_side, new_side = self.sides
        fresh = self.old is None and field == "problems"
        last = self._report_before() if fresh else self.old
        sides = (new_side if fresh else old_side), new_side
        listed = [
            [
                (remark.text, side.project_of(remark, self.department), at)
                for remark, at in remarks_of(filed, field)
            ]
            for side, filed in zip(sides, (last, self.new), strict=True)
        ]
        counted = [Counter(each[:2] for each in one) for one in listed]
        for settled in (True, False):
            here, there = counted[0 if settled else 1], counted[1 if settled else 0]
            left = here - there
            for text, project, at in listed[0 if settled else 1]:
                if left[text, project] <= 0:
                    continue
                left[text, project] -= 1
                values = (text, None) if settled else (None, text)
                yield self._remark(kind, values, project, at, last if settled else self.new, fresh)

    def _remark(
        self,
        kind: Literal["problem", "highlight"],
        values: tuple[str | None, str | None],
        project: int | None,
        at: Position,
        filed: Filed | None,
        fresh: bool,
    ) -> Change:
        assert filed is not None
        place = Place(filed.document.path, at, old=values[1] is None and not fresh)
        return Change(kind, "text", values[0], values[1], place, self.department, self.month, project)

    def _report_before(self) -> Filed | None:
        """The department's latest report before this month, as it is now."""
        reports = self.sides[1].reports
        months = [month for name, month in reports if name == self.department and month < self.month]
        return reports[self.department, max(months)] if months else None


def _figure_of(filed: Filed | None, name: str) -> Figure | None:
    return filed.report.figures.get(name) if filed else None


def _rate(entry: Entry | None, indicator: AnyIndicator | None, month: Month) -> Fraction | None:
    """The figure's own rate under the target in force at the end of its month, as that month's report prints it."""
    if entry is None or indicator is None or entry.level is None or not indicator.rated:
        return None
    if indicator.kind == "coverage":
        return entry.level
    full = indicator.full(month.last_day)
    return entry.level / full if full else None
