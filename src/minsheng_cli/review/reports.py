"""What is different in the departments' files: the mark of sample data, schedules, reports and their figures."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from minsheng_cli.finding import Position
from minsheng_cli.kinds.figure import Figure
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.model.series import Entry
from minsheng_cli.month import Month
from minsheng_cli.review.change import Change, FigureChange, Kind, Place
from minsheng_cli.review.matched import Matched
from minsheng_cli.review.meaning import words
from minsheng_cli.review.remarks import remark_changes
from minsheng_cli.review.schedules import schedule_changes
from minsheng_cli.review.side import Filed, part_at, reported_at, united
from minsheng_cli.review.values import figure_values, less, plain
from minsheng_cli.status.comparison import other_status
from minsheng_cli.status.standing import DeadlineStanding


def report_changes(matched: Matched) -> Iterator[Change]:
    """Every difference between the departments' files, by department, then by month, in the plan's order."""
    for department in _departments(matched):
        yield from _sample(department, matched)
        yield from schedule_changes(department, matched)
        was = matched.was_department(department)
        months = {month for name, month in matched.new.reports if name == department}
        months |= {month for name, month in matched.old.reports if name == was}
        for month in sorted(months):
            yield from _Report(department, month, matched).changes()


def _departments(matched: Matched) -> list[str]:
    """All departments that have a file in either state: as the plan lists them, then by name."""
    there = {*map(matched.department_now, matched.old.files), *matched.new.files}
    sides = (matched.old, matched.new)
    listed = united(*(side.plan.departments if side.plan else () for side in sides))
    return [*(name for name in listed if name in there), *sorted(there.difference(listed))]


def _sample(department: str, matched: Matched) -> Iterator[Change]:
    was = matched.old.files.get(matched.was_department(department))
    now = matched.new.files.get(department)
    if was and now and was[1].sample != now[1].sample and not any(matched.lack(department)):
        document, file = now
        mapping = file.mapping
        at = mapping.value("sample") if "sample" in mapping.values else mapping.value("department")
        place = Place(document.path, at)
        yield Change("sample", "sample", was[1].sample, file.sample, place, department=department)


class _Report:
    """One department's report of one month in both states."""

    def __init__(self, department: str, month: Month, matched: Matched) -> None:
        self.department, self.month, self.matched = department, month, matched
        self.old = matched.old.reports.get((matched.was_department(department), month))
        self.new = matched.new.reports.get((department, month))
        latest = [side.latest for side in (matched.old, matched.new) if side.latest is not None]
        self.earlier = self.old is not None and month < max(latest, default=month)
        self.lacks = matched.lack(department)

    def changes(self) -> Iterator[Change]:
        """What is different in it; what cannot be read on one side is neither new nor gone."""
        if (self.old is None and self.lacks[0]) or (self.new is None and self.lacks[1]):
            return
        yield from self._itself()
        for name in self._names():
            yield from self._figure(name)
        if not any(self.lacks):
            yield from remark_changes(self.department, self.month, self.matched, (self.old, self.new))

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
            change = self._change("report", "reported_on", days[0], days[1], at, self.new is None)
            yield change._replace(earlier=self.earlier)

    def _names(self) -> list[str]:
        """The indicators that either report has a figure of, in the plan's order."""
        before = map(self.matched.now, self.old.report.figures) if self.old else ()
        reported = united(before, self.new.report.figures if self.new else ())
        order = self.matched.order
        return sorted(reported, key=lambda name: order.get(name, len(order)))

    def _figure(self, name: str) -> Iterator[Change]:
        matched, month, was_name = self.matched, self.month, self.matched.was(name)
        was, now = _figure_of(self.old, was_name), _figure_of(self.new, name)
        entries = [matched.old.entries.get((was_name, month)), matched.new.entries.get((name, month))]
        if now is None and (entries[1] is not None or self.lacks[1]):
            return  # another department reports it now, and tells of it; or it cannot be read
        if was is None and self.lacks[0]:
            return
        if was is None and entries[0] is not None:
            was = entries[0].figure  # another department had reported it
        found = [matched.old.indicators.get(was_name), matched.new.indicators.get(name)]
        indicators = [each[1] if each else None for each in found]
        unread = [each is not None and entry is None for each, entry in zip((was, now), entries, strict=True)]
        if any(unread):
            entries = [None, None]  # what was typed is compared
        pairs = zip(indicators, entries, (was, now), strict=True)
        before, after = (figure_values(*each) for each in pairs)
        detail = FigureChange(
            indicator=indicators[1] or indicators[0],
            was=indicators[0] or indicators[1],
            old=entries[0],
            new=entries[1],
            before=matched.new.before(name, month) if entries[1] and not was else None,
            rate=_rate(entries[1], indicators[1], month),
            deadlines=[] if any(unread) or was == now else self._deadlines(name),
            fresh=self.old is None,
            earlier=self.earlier,
            stale=now.revision if now and was and _same_words(now.revision, was.revision) else None,
        )
        yield from self._values(name, (was, now), (before, after), detail, unreadable=any(unread))

    def _values(
        self,
        name: str,
        figures: tuple[Figure | None, Figure | None],
        values: tuple[dict[str, object], dict[str, object]],
        detail: FigureChange,
        *,
        unreadable: bool,
    ) -> Iterator[Change]:
        """The single values that are different, and the words beside them."""
        was, now = figures
        gone = now is None
        filed = self.old if gone else self.new
        assert filed is not None
        typed = self.matched.was(name) if gone else name
        kind: Kind = "unreadable" if unreadable else "figure"
        base = self._change(kind, "", None, None, reported_at(filed, typed), gone)
        base = base._replace(project=self.matched.number(name), indicator=name, figure=detail)

        def at(part: str) -> Place:
            return Place(filed.document.path, part_at(filed, typed, part), gone)

        reason = now.revision if now and detail.stale is None else None
        for field in united(*values):
            then, after = values[0].get(field), values[1].get(field)
            if then != after:
                yield base._replace(
                    field=field, old=then, new=after, place=at(field), delta=less(after, then), reason=reason
                )
        told: tuple[Kind, ...] = ("revision", "note")
        for each in told:
            then, after = (getattr(one, each) if one else None for one in (was, now))
            if not _same_words(then, after):
                yield base._replace(
                    kind=each, field=each, old=then, new=after, place=at(each), earlier=self.earlier
                )

    def _deadlines(self, name: str) -> list[tuple[DeadlineStanding, DeadlineStanding]]:
        """Towards which an indicator stands otherwise in this month than it did."""
        then = self.matched.old.standing(self.matched.was(name), self.month)
        now = self.matched.new.standing(name, self.month)
        return [] if then is None or now is None else other_status(then.deadlines, now.deadlines)


def _same_words(one: str | None, other: str | None) -> bool:
    """Whether two texts say the same; where their lines break says nothing."""
    return one == other or (one is not None and other is not None and words(one) == words(other))


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
