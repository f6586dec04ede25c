"""A month's digest: the same for whatever means the same, another one for whatever does not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from minsheng_cli.model.ledger import assemble
from minsheng_cli.month import Month
from minsheng_cli.review.digest import LENGTH, Digests, digests, of_month
from minsheng_cli.source.folder import SourceFile

MONTH = Month.of(2024, 8)
IDS = ("checkups", "estates", "parks", "rural-roads")
NUMBERS = st.one_of(
    st.integers(0, 10**9).map(Decimal),
    st.integers(0, 10**9).map(lambda number: Decimal(f"{number // 1000}.{number % 1000:03d}")),
)
STAGES = st.sampled_from(("未启动", "开工", "主体完工"))
FIGURES = st.one_of(
    NUMBERS,
    STAGES,
    st.frozensets(st.sampled_from(("fuxing", "guangming", "dongguan"))),
    st.tuples(NUMBERS, NUMBERS),
)
"""A number, a stage, the items that are done, or done and eligible."""
REPORTS = st.dictionaries(st.sampled_from(IDS), FIGURES)


def plain(number: Decimal, data: st.DataObject) -> str:
    """A number in one of the ways to type it."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    zeros = data.draw(st.sampled_from(("", "0", "00")))
    text = f"{text}{zeros}" if "." in text else f"{text}.{zeros}" if zeros else text
    return f'"{text}"' if data.draw(st.booleans()) else text


def written(figure: Any, data: st.DataObject) -> str:
    """A figure in one of the ways to type it."""
    if isinstance(figure, tuple):
        parts = [f"done: {plain(figure[0], data)}", f"eligible: {plain(figure[1], data)}"]
    elif isinstance(figure, frozenset):
        items = data.draw(st.permutations(sorted(figure)))
        parts = [f"done: [{', '.join(items)}]"]
    elif isinstance(figure, Decimal):
        parts = [f"done: {plain(figure, data)}"]
    else:
        parts = [f"stage: {figure}"]
    if len(parts) == 1 and data.draw(st.booleans()):
        return parts[0].partition(": ")[2]
    parts += data.draw(st.sampled_from(([], ["note: 已核"], ["revision: 核减", "note: 已核"])))
    return f"{{{', '.join(data.draw(st.permutations(parts)))}}}"


def file(department: str, report: dict[str, Any], data: st.DataObject) -> SourceFile:
    """A department's file, with a month before and one after the one that matters."""
    names = data.draw(st.permutations(list(report)))
    figures = "".join(f"\n      {name}: {written(report[name], data)}" for name in names) or " {}"
    problems = data.draw(st.sampled_from(("", "\n    problems: [雨天多]")))
    day = data.draw(st.integers(1, 9))
    text = f"""\
department: {department}
reports:
  - month: 2024-07
    reported_on: 2024-08-01
    figures: {{parks: {data.draw(st.integers(0, 9))}}}
  - month: 2024-08
    reported_on: 2024-09-0{day}{problems}
    figures:{figures}
  - month: 2024-09
    reported_on: 2024-10-01
    figures: {{}}
"""
    return SourceFile(f"data/progress/{department}.yaml", text.encode(), [])


def found(reports: dict[str, dict[str, Any]], data: st.DataObject) -> Digests:
    files = [file(name, report, data) for name, report in reports.items()]
    ledger = assemble(data.draw(st.permutations(files)))
    assert not [misfit for document in ledger.documents for misfit in document.misfits]
    return digests(ledger, MONTH)


COUNTIES = st.dictionaries(st.sampled_from(("housing", "transport", "health")), REPORTS, min_size=1)


@settings(max_examples=25, deadline=None)
@given(COUNTIES, st.data())
def test_layout_order_and_remarks_change_nothing(
    county: dict[str, dict[str, Any]], data: st.DataObject
) -> None:
    first = found(county, data)
    assert found(county, data) == first
    assert sorted(first.departments) == sorted(county)
    assert {len(each) for each in (first.month, *first.departments.values())} == {LENGTH}


@settings(max_examples=25, deadline=None)
@given(REPORTS, REPORTS, st.data())
def test_two_reports_have_one_digest_only_where_they_mean_the_same(
    one: dict[str, Any], other: dict[str, Any], data: st.DataObject
) -> None:
    same = found({"housing": one}, data) == found({"housing": other}, data)
    assert same == (one == other)


@settings(max_examples=25, deadline=None)
@given(COUNTIES, FIGURES, st.sampled_from(IDS), st.data())
def test_one_figure_changes_its_department_and_the_month_and_nothing_else(
    county: dict[str, dict[str, Any]], figure: Any, name: str, data: st.DataObject
) -> None:
    department = data.draw(st.sampled_from(sorted(county)))
    changed = {**county, department: {**county[department], name: figure}}
    before, after = found(county, data), found(changed, data)
    moved = {each for each in county if before.departments[each] != after.departments[each]}
    is_new = county[department].get(name) != figure
    assert moved == ({department} if is_new else set())
    assert (before.month != after.month) == is_new


def test_the_text_is_the_documented_one() -> None:
    """Whoever works a digest out with another program comes to the same: the recipe of review/digest.py, by hand."""
    from hashlib import sha256

    text = """\
department: housing
reports:
  - month: 2024-08
    reported_on: 2024-09-03
    figures:
      shantytown-units: {done: 230.0, note: 已核}
      old-communities: [fukang, chengbei]
      prenatal-tests: {eligible: 1263, done: 1210}
      park: {stage: 主体完工}
"""
    ledger = assemble([SourceFile("data/progress/housing.yaml", text.encode(), [])])
    own = (
        "minsheng figures 1\nhousing 2024-08\n"
        '["old-communities", ["chengbei", "fukang"], null]\n'
        '["park", "\\u4e3b\\u4f53\\u5b8c\\u5de5", null]\n'
        '["prenatal-tests", "1210", "1263"]\n'
        '["shantytown-units", "230", null]\n'
    )
    housing = sha256(own.encode()).hexdigest()[:32]
    month = sha256(f"minsheng month 1\n2024-08\nhousing {housing}\n".encode()).hexdigest()[:32]
    assert digests(ledger, MONTH) == Digests(month, {"housing": housing})
    assert of_month(MONTH, {}) != month
