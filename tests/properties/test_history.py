"""What the rules on history leave alone whatever a ledger holds, and that nothing in either version trips them."""

from __future__ import annotations

import random
from collections.abc import Mapping

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minsheng_cli.finding import Finding
from minsheng_cli.model.ledger import assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.rules.catalogue import catalogue
from minsheng_cli.rules.context import Context
from minsheng_cli.rules.findings import findings
from minsheng_cli.source.folder import SourceFile
from tests.long.hostile_ledgers import SOUND
from tests.properties.accidents import mutated
from tests.properties.test_rules import Drawn, counties, texts
from tests.test_cases import lines_of

CHANGES = {rule.code for rule in catalogue() if rule.sort == "changes"}
some = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def context(files: Mapping[str, str], base: Context | None = None) -> Context:
    ledger = assemble(SourceFile(path, text.encode(), []) for path, text in files.items())
    return Context(ledger, read_figures(ledger), base)


def changes(old: Mapping[str, str], new: Mapping[str, str]) -> list[Finding]:
    """What the rules on changes say of `new` against `old`; the others say what they always do."""
    found = findings(context(new, context(old)))
    assert [each for each in found if each.code not in CHANGES] == findings(context(new))
    return [each for each in found if each.code in CHANGES]


@some
@given(counties, st.integers(0, 99))
def test_order_says_nothing(county: list[Drawn], shuffle: int) -> None:
    plain, turned = texts(county), texts(county, shuffle=shuffle)
    assert changes(plain, turned) == changes(turned, plain) == []


@some
@given(counties)
def test_layout_says_nothing(county: list[Drawn]) -> None:
    """The same read by YAML and written again: other quotes, blocks for braces, keys by name."""
    plain = texts(county)
    again = {
        path: yaml.dump(yaml.load(text, Loader=yaml.BaseLoader), allow_unicode=True)
        for path, text in plain.items()
    }
    assert changes(plain, again) == changes(again, plain) == []


@some
@given(counties, st.integers(1, 11))
def test_a_new_month_of_one_department_says_nothing(county: list[Drawn], last: int) -> None:
    before, after = texts(county, last=last), texts(county, last=last + 1)
    other = "data/progress/d1.yaml"
    assert changes(before, {**after, other: before[other]}) == []


@some
@given(seed=st.integers(0, 2**32))
def test_whatever_happened_to_a_file_of_either_side(seed: int) -> None:
    rng = random.Random(seed)
    files = rng.choice([*SOUND.values()])
    path = rng.choice([*files])
    broken = {**files, path: mutated(files[path], rng)}
    if rng.random() < 0.3:
        broken.pop(rng.choice([*files]))
    for old, new in ((files, broken), (broken, files)):
        for each in changes(old, new):
            lines = lines_of(new.get(each.file, ""))
            assert 1 <= each.line <= len(lines)
            assert 1 <= each.column <= len(lines[each.line - 1]) + (not new.get(each.file))
    assert changes(broken, broken) == []
