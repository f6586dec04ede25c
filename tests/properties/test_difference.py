"""What a diff says of any two states of a ledger: nothing where they mean the same, and never more than can be read."""

from __future__ import annotations

import random
from collections.abc import Mapping

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minsheng_cli.cli.loading import check_files
from minsheng_cli.cli.tasks.differing import compared
from minsheng_cli.review.difference import Difference
from minsheng_cli.source.folder import SourceFile
from minsheng_cli.views.diff.annotated import remarks
from minsheng_cli.views.diff.effects import nothing_moved
from minsheng_cli.views.diff.json import render as json
from minsheng_cli.views.diff.markdown import render as markdown
from minsheng_cli.views.diff.names import Named, Names
from minsheng_cli.views.diff.text import render as text
from tests.long.hostile_ledgers import SOUND
from tests.properties.accidents import mutated
from tests.properties.test_rules import Drawn, counties, texts
from tests.test_cases import lines_of

NAMES = Names(Named("main", "0" * 40), Named("工作区"))
some = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def diff(old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    before, after = (
        check_files([SourceFile(path, data.encode(), []) for path, data in files.items()])
        for files in (old, new)
    )
    return compared(before, after)


@some
@given(counties, st.integers(0, 99))
def test_order_and_layout_say_nothing(county: list[Drawn], shuffle: int) -> None:
    plain = texts(county)
    again = {
        path: yaml.dump(yaml.load(each, Loader=yaml.BaseLoader), allow_unicode=True)
        for path, each in plain.items()
    }
    for other in (texts(county, shuffle=shuffle), again):
        for pair in ((plain, other), (other, plain)):
            found = diff(*pair)
            assert found.changes == []
            assert nothing_moved(found)


@some
@given(counties, st.integers(1, 11))
def test_there_and_back_are_the_same_figures(county: list[Drawn], last: int) -> None:
    """What is new one way is gone the other way, with the same values."""
    before, after = texts(county, last=last), texts(county, last=last + 1)
    there, back = diff(before, after), diff(after, before)
    kinds = ("figure", "report", "note", "revision")

    def values(found: Difference, *, swapped: bool) -> list[tuple[object, ...]]:
        listed = [
            (each.kind, each.department, each.month, each.indicator, each.field)
            + ((str(each.new), str(each.old)) if swapped else (str(each.old), str(each.new)))
            for each in found.changes
            if each.kind in kinds
        ]
        return sorted(listed, key=repr)

    assert values(there, swapped=False) == values(back, swapped=True)


@some
@given(seed=st.integers(0, 2**32))
def test_whatever_happened_to_a_file_of_either_side(seed: int) -> None:
    rng = random.Random(seed)
    files = rng.choice([*SOUND.values()])
    path = rng.choice([*files])
    broken = {**files, path: mutated(files[path], rng)}
    if rng.random() < 0.3:
        broken.pop(rng.choice([*files]))
    for old, new in ((files, broken), (broken, files), (broken, broken)):
        found = diff(old, new)
        for each in found.changes:
            if each.place is None:
                continue
            lines = lines_of((old if each.place.old else new).get(each.place.file, ""))
            assert 1 <= each.place.at.line <= len(lines)
        assert text(found, NAMES, 60)
        assert markdown(found, NAMES)
        assert json(found, NAMES)
        assert len(remarks(found, "")) <= len(found.changes)
    assert found.changes == []
