"""Two months side by side: what is derived of them agrees with each month's own report, whichever comes first."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path

import pytest

from minsheng_cli.cli.loading import Sound, publishable
from minsheng_cli.month import Month
from minsheng_cli.status.compare import compare
from minsheng_cli.status.rollup import roll_up
from minsheng_cli.status.standing import CountyStanding
from tests.conftest import ROOT

LEDGERS = (ROOT, ROOT / "tests" / "ledgers" / "yunxi")


@cache
def ledger(root: Path) -> Sound:
    return publishable(root, allow_invalid=False)


@cache
def county(root: Path, month: Month) -> CountyStanding:
    sound = ledger(root)
    return roll_up(sound.ledger, sound.figures, month)


def months(root: Path) -> list[Month]:
    plan = ledger(root).plan.plan
    return [plan.first_month + ahead for ahead in range(plan.last_month - plan.first_month + 1)]


@pytest.mark.parametrize("root", LEDGERS, ids=lambda root: root.name)
def test_against_the_month_before_it_is_the_months_increment(root: Path) -> None:
    for before, month in zip(months(root), months(root)[1:], strict=False):
        found = compare(county(root, before), county(root, month))
        for each in found.projects.values():
            assert each.completion == each.now.increment
        for one in found.indicators.values():
            fresh = one.now.carried_from is None and one.now.increment_since == before
            if fresh:
                assert one.done == one.now.increment
            assert one.reported == (one.now.point is not None and one.now.carried_from is None)


@pytest.mark.parametrize("root", LEDGERS, ids=lambda root: root.name)
def test_either_way_round_it_is_the_same_difference(root: Path) -> None:
    for old, new in product(months(root), repeat=2):
        there = compare(county(root, old), county(root, new))
        back = compare(county(root, new), county(root, old))
        assert there.backwards == (old > new)
        for name, each in there.indicators.items():
            other = back.indicators[name]
            assert each.done is None or other.done == -each.done
            assert each.rate is None or other.rate == -each.rate
            assert (each.figure_changed, each.reported) == (other.figure_changed, other.reported)
            assert each.figure_changed <= each.reported or each.then.target != each.now.target
        moved = {each.now.project.id for each in there.status_changed}
        assert moved == {each.now.project.id for each in back.status_changed}
        assert {each.now.project.id for each in there.newly_completed} <= moved


@pytest.mark.parametrize("root", LEDGERS, ids=lambda root: root.name)
def test_steps_add_up(root: Path) -> None:
    first, *_, last = months(root)
    for middle in months(root)[1:-1]:
        whole = compare(county(root, first), county(root, last))
        parts = [
            compare(county(root, first), county(root, middle)),
            compare(county(root, middle), county(root, last)),
        ]
        assert whole.completion == sum(part.completion or 0 for part in parts)
        for name, each in whole.departments.items():
            pieces = [part.departments[name].completion for part in parts]
            assert each.completion == (None if None in pieces else sum(piece or 0 for piece in pieces))


@pytest.mark.parametrize("root", LEDGERS, ids=lambda root: root.name)
def test_a_department_moves_by_its_own_indicators(root: Path) -> None:
    for old, new in product(months(root), repeat=2):
        found = compare(county(root, old), county(root, new))
        told = [
            one.now.indicator.id
            for each in found.departments.values()
            for _, one in each.moved
            if one is not None
        ]
        assert sorted(told) == sorted(name for name, one in found.indicators.items() if one.status_changed)
        in_areas = {each.now.project.id for area in found.areas.values() for each, _ in area.moved}
        assert in_areas == {each.now.project.id for each in found.status_changed if each.now.project.area}
