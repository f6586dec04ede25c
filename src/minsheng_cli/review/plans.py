"""What is different in the plan: targets, deadlines, who answers for what, what was promised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from minsheng_cli.finding import Position
from minsheng_cli.model.plan import AnyIndicator, Deadline, Header, PlanFile, Project
from minsheng_cli.review.change import Change, Kind, Place
from minsheng_cli.review.matched import likeness, paired
from minsheng_cli.review.meaning import of_adjustment
from minsheng_cli.review.side import Side, united
from minsheng_cli.review.values import different, less, plain
from minsheng_cli.source.nodes import MappingNode

TARGETS = frozenset(("target", "target_percent", "baseline", "opening", "required"))
"""What says how much is owed."""
_PLACE_ONLY = frozenset(("id", "indicators", "deadlines", "adjustments", "mapping"))


def plan_changes(old: Side, new: Side) -> Iterator[Change]:
    """Every difference between two plans; none where one of them cannot be read whole, which is said elsewhere."""
    then, now = old.plan, new.plan
    unread = any(side.ledger.plan_document.path in side.unread for side in (old, new))
    if then is None or now is None or unread:
        return
    places = _Places(old, new)
    yield from _header(then.plan, now.plan, places)
    yield from _deadlines(then.plan, now.plan, places)
    yield from _areas(then, now, places)
    yield from _departments(then, now, places)
    yield from _projects(then, now, places)


class _Places:
    """Where something of the plan stands: in the newer one, or in the older one where it is gone."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old = old.ledger.plan_document
        self._new = new.ledger.plan_document

    def of(self, old: Any, new: Any, key: str = "") -> Place:
        """The place of a key of a model, or of the model."""
        model = new if new is not None else old
        document = self._new if new is not None else self._old
        return Place(document.path, _at(model, key), old=new is None)

    def named(self, group: str, name: str, *, gone: bool) -> Place:
        """The place of an entry of one of the plan's mappings."""
        document = self._old if gone else self._new
        node = document.root.values.get(group) if document.root is not None else None
        return Place(document.path, node.key(name) if node is not None else Position(1, 1), old=gone)


def _at(model: Any, key: str) -> Position:
    mapping: MappingNode = model.mapping
    return mapping.value(key) if key in mapping.values else mapping.at


def _header(old: Header, new: Header, places: _Places) -> Iterator[Change]:
    for field, was, now in different(old, new, _PLACE_ONLY):
        yield Change("plan", field, was, now, places.of(old, new, field), delta=less(now, was))


def _deadlines(old: Header, new: Header, places: _Places) -> Iterator[Change]:
    before, after = ({each.id: each for each in header.deadlines} for header in (old, new))
    for name in united(before, after):
        was, now = before.get(name), after.get(name)
        if was is None or now is None:
            dates = [plain(each.date) if each else None for each in (was, now)]
            yield Change("deadline", "date", dates[0], dates[1], places.of(was, now, "date"), id=name)
            continue
        reason = "；".join(_new_reasons(was, now)) or None
        for field, value, other in different(was, now, _PLACE_ONLY):
            place = places.of(was, now, field)
            yield Change(
                "deadline", field, value, other, place, id=name, delta=less(other, value), reason=reason
            )


def _new_reasons(old: Deadline | AnyIndicator, new: Deadline | AnyIndicator) -> list[str]:
    """The reasons of adjustments that were not there before."""
    known = set(map(of_adjustment, old.adjustments))
    return [
        f"{each.reason}（{each.document}）" for each in new.adjustments if of_adjustment(each) not in known
    ]


def _areas(old: PlanFile, new: PlanFile, places: _Places) -> Iterator[Change]:
    for name in united(old.areas, new.areas):
        was, now = old.areas.get(name), new.areas.get(name)
        if was != now:
            yield Change("area", "name", was, now, places.named("areas", name, gone=now is None), id=name)


def _departments(old: PlanFile, new: PlanFile, places: _Places) -> Iterator[Change]:
    for name in united(old.departments, new.departments):
        was, now = old.departments.get(name), new.departments.get(name)
        place = places.named("departments", name, gone=now is None)
        if was is None or now is None:
            names = [each.name if each else None for each in (was, now)]
            yield Change("department", "name", names[0], names[1], place, department=name)
            continue
        for field, value, other in different(was, now):
            yield Change("department", field, value, other, place, department=name)


def _projects(old: PlanFile, new: PlanFile, places: _Places) -> Iterator[Change]:
    pairs = paired(
        {each.id: each for each in old.projects},
        {each.id: each for each in new.projects},
        lambda each: (each.no, each.name),
    )
    was_indicator = {each.id: (project, each) for project in old.projects for each in project.indicators}
    now_indicator = {each.id: (project, each) for project in new.projects for each in project.indicators}
    for was, now in pairs:
        yield from _project(was, now, places)
    indicators = paired(was_indicator, now_indicator, likeness)
    for before, after in indicators:
        yield from _indicator(before, after, places)


def _project(was: Project | None, now: Project | None, places: _Places) -> Iterator[Change]:
    one = now or was
    assert one is not None
    if was is None or now is None:
        names = [each.name if each else None for each in (was, now)]
        yield Change(
            "project", "name", names[0], names[1], places.of(was, now, "name"), project=one.no, id=one.id
        )
        return
    for field, value, other in different(was, now, _PLACE_ONLY):
        kind: Kind = "department" if field in ("lead", "partners") else "project"
        yield Change(kind, field, value, other, places.of(was, now, field), project=now.no, id=now.id)
    if was.id != now.id:
        yield Change("project", "id", was.id, now.id, places.of(was, now, "id"), project=now.no, id=now.id)


Placed = tuple[Project, AnyIndicator]


def _indicator(was: Placed | None, now: Placed | None, places: _Places) -> Iterator[Change]:
    here = now or was
    assert here is not None
    project, one = here
    about: dict[str, Any] = {"project": project.no, "indicator": one.id}
    old, new = was and was[1], now and now[1]
    if was is None or now is None:
        names = [each.name if each else None for each in (old, new)]
        yield Change("indicator", "name", names[0], names[1], places.of(old, new, "name"), **about)
        return
    assert old is not None
    assert new is not None
    if old.id != new.id:
        yield Change("indicator", "id", old.id, new.id, places.of(old, new, "id"), **about)
    if was[0].id != now[0].id and was[0].no != now[0].no:
        moved = (Decimal(was[0].no), Decimal(now[0].no))
        yield Change("indicator", "project", moved[0], moved[1], places.of(old, new), **about)
    reason = "；".join(_new_reasons(old, new)) or None
    for field, value, other in different(old, new, _PLACE_ONLY):
        place = places.of(old, new, field)
        if field == "required":
            yield from _required(value or {}, other or {}, place, about, reason)
            continue
        kind: Kind = "target" if field in TARGETS else "department" if field == "department" else "indicator"
        yield Change(kind, field, value, other, place, delta=less(other, value), reason=reason, **about)
    yield from _adjustments(old, new, places, about)


def _required(
    old: Mapping[str, Any], new: Mapping[str, Any], place: Place, about: dict[str, Any], reason: str | None
) -> Iterator[Change]:
    """What an indicator owes a deadline apart from the rest."""
    for name in united(old, new):
        was, now = old.get(name, {}), new.get(name, {})
        if was != now:
            percents = (was.get("percent"), now.get("percent"))
            said = now.get("basis") or reason
            yield Change("target", "required", percents[0], percents[1], place, id=name, reason=said, **about)


def _adjustments(
    old: AnyIndicator, new: AnyIndicator, places: _Places, about: dict[str, Any]
) -> Iterator[Change]:
    """Targets adjusted with authority: each adjustment by its date, with the target that it makes."""
    before, after = ({str(each.date): each for each in one.adjustments} for one in (old, new))
    for day in sorted({*before, *after}):
        was, now = before.get(day), after.get(day)
        if plain(was) == plain(now):
            continue
        then = was.target if was else _target_before(new, day)
        value = now.target if now else None
        one = now or was
        reason = f"{day}起，{one.reason}（{one.document}）" if one else None
        place = places.of(was, now, "target")
        yield Change(
            "target",
            "adjustments",
            then,
            value,
            place,
            id=day,
            delta=less(value, then),
            reason=reason,
            **about,
        )


def _target_before(indicator: AnyIndicator, day: str) -> Decimal | None:
    """The target in force before the adjustment of a day."""
    earlier = [each for each in indicator.adjustments if str(each.date) < day]
    return max(earlier, key=lambda each: each.date).target if earlier else indicator.plan_target
