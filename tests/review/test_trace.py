"""minsheng trace: every sum comes to what it says, and what it says is what report and show print."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.county import county
from bench.ledger import write_ledger as write_county
from minsheng_cli.model.ledger import Ledger, assemble
from minsheng_cli.model.plan import PlanFile, Project
from minsheng_cli.model.series import Figures, read_figures
from minsheng_cli.month import Month
from minsheng_cli.numbers import derived, percent
from minsheng_cli.review.derivation import derive
from minsheng_cli.review.formula import Term, number
from minsheng_cli.source import folder
from minsheng_cli.status.months import month_by_month
from minsheng_cli.status.rollup import roll_up
from minsheng_cli.views.lines import plain
from minsheng_cli.views.report.json import project_object
from minsheng_cli.views.show.text import render as render_show
from minsheng_cli.views.trace.json import document
from minsheng_cli.views.trace.text import render as render_text
from minsheng_cli.views.trace.words import RULES
from tests.conftest import ROOT, Minsheng, write_ledger
from tests.review.kept import Kept
from tests.review.test_history import AUGUST, FIRST, HOUSING, JULY, PLAN, month, progress
from tests.status.test_cases import CASES, ledger_of

LEDGERS = {"献县": ROOT, "云溪": ROOT / "tests" / "ledgers" / "yunxi"}


class Loaded(NamedTuple):
    ledger: Ledger
    figures: Figures
    plan: PlanFile

    def months(self) -> Iterator[Month]:
        first, last = self.plan.plan.first_month, self.plan.plan.last_month
        return (first + ahead for ahead in range(last - first + 1))


def load(root: Path) -> Loaded:
    ledger = assemble(folder.read(root))
    assert ledger.plan is not None
    return Loaded(ledger, read_figures(ledger), ledger.plan)


@pytest.fixture(scope="module", params=[*LEDGERS, pytest.param("某县", marks=pytest.mark.long)])
def loaded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Both ledgers that come along, and the made-up county."""
    if request.param in LEDGERS:
        return load(LEDGERS[request.param])
    return load(write_county(county(), tmp_path_factory.mktemp("county")))


@cache
def worked_out(text: str) -> Fraction:
    """What a sum comes to, worked out by somebody else than the program."""
    assert re.fullmatch(r"[0-9.%() +−×÷-]+", text), text
    python = re.sub(
        r"([0-9]+(?:\.[0-9]+)?)(%?)", lambda found: f"F('{found[1]}'){'/100' * bool(found[2])}", text
    )
    python = re.sub(r"F\('([0-9.]+)'\)/100", r"(F('\1')/100)", python)
    value = eval(python.translate({ord("×"): "*", ord("÷"): "/", ord("−"): "-"}), {"F": Fraction})
    assert isinstance(value, Fraction)
    return value


def reported(loaded: Loaded, month: Month) -> Iterator[tuple[Project, Any, Any]]:
    """Every project with its object in the report and in the trace."""
    for standing in roll_up(loaded.ledger, loaded.figures, month).projects:
        traced = derive(loaded.ledger, loaded.figures, standing.project, month)
        yield standing.project, project_object(standing), document(traced, {}, in_git=False)


def test_every_sum_comes_to_what_the_report_says(loaded: Loaded) -> None:
    """All months of all projects; the sums are exact, so each is rounded once, as docs/rules.md has it.

    The case that is said to have decided gives the status, and its comparisons hold.
    """
    seen: set[str] = set()
    cases: set[str] = set()
    for when in loaded.months():
        for _, report, trace in reported(loaded, when):
            project = trace["project"]
            full = report["percent"] == 100
            for name in ("percent", "expected"):
                formula, said = (
                    project[f"{name}_formula"],
                    report["percent" if name == "percent" else "expected_percent"],
                )
                assert (formula is None) == (said is None)
                if formula is not None:
                    assert percent(worked_out(formula), full=full if name == "percent" else None) == said
            for one, other in zip(trace["indicators"], report["indicators"], strict=True):
                check_indicator(one, other, seen)
            check_cases(trace, cases)
    assert {"percent", "increment", "required", "expected", "gap", "pace", "pace_needed", "forecast"} <= seen
    assert len(cases) > 5


def check_indicator(trace: dict[str, Any], report: dict[str, Any], seen: set[str]) -> None:
    def value(name: str, holder: dict[str, Any] = trace) -> Fraction | None:
        formula = holder.get(f"{name}_formula")
        if formula is None:
            return None
        seen.add(name)
        return worked_out(formula)

    for name in set(report) & set(trace) - {"deadlines"}:
        assert trace[name] == report[name], name
    if report["percent"] is not None:
        rate = value("percent")
        assert rate is not None and percent(rate) == report["percent"]
    if (made := value("done")) is not None:
        assert made == Fraction(report["done"])
    if (increment := value("increment")) is not None:
        assert increment == Fraction(report["increment"])
    for one, other in zip(trace["deadlines"], report["deadlines"], strict=True):
        assert {name: one[name] for name in other} == other
        required = value("required", one)
        assert (required is None) == (one["required"] is None)
        assert required is None or required == Fraction(one["required"])
        places = max(2, len(str(report["target"]).partition(".")[2]))
        check_deadline(trace["figure"] and trace["figure"]["month"], one, other, value, places)


def check_deadline(last: str, one: dict[str, Any], other: dict[str, Any], value: Any, places: int) -> None:
    if (line := value("expected", one)) is not None and other["expected"] is not None:
        assert Fraction(other["expected"]) <= derived(line, places) <= Fraction(other["expected"]) + 1
    if (gap := value("gap", one)) is not None:
        assert max(0, gap) <= Fraction(other["gap"]) < max(0, gap) + 1
    if (pace := value("pace", one)) is not None:
        assert derived(pace, places) == other["pace"]
    if (needed := value("pace_needed", one)) is not None:
        assert derived(needed, places) == other["pace_needed"]
    if (months := value("forecast", one)) is not None:
        assert str(Month.parse(last) + ceil(months)) == other["forecast"]


STATUS_OF = {
    "no-figure": {"unreported"},
    "no-figure-then": {"unreported"},
    "not-of-that-month": {"unreported"},
    "open-base": {"unreported"},
    "nobody": {"on-track", "met"},
    "baseline-month": {"on-track", "unreported"},
    "reached": {"met"},
    "short": {"missed"},
    "above-baseline": {"on-track", "met"},
    "at-baseline": {"behind", "missed"},
    "below-baseline": {"at-risk", "missed"},
    "fallen": {"at-risk"},
    "as-due": {"on-track"},
    "one-step-unmet": {"behind"},
    "steps-unmet": {"at-risk"},
    "below-rate": {"behind"},
    "too-early": {"behind"},
    "fast-enough": {"behind"},
    "too-slow": {"at-risk"},
}
SIGNS = {"≥": Fraction.__ge__, "<": Fraction.__lt__, ">": Fraction.__gt__, "=": Fraction.__eq__}


def check_cases(trace: dict[str, Any], seen: set[str]) -> None:
    """The case that is said to have decided gives the status, and its comparisons hold."""
    for indicator in trace["indicators"]:
        for each in indicator["deadlines"]:
            assert each["status"] in STATUS_OF[each["why"]], (indicator["id"], each)
            seen.add(each["why"])
            for one in each["comparisons"]:
                assert SIGNS[one["sign"]](worked_out(one["left"]), worked_out(one["right"])), one


EQUATION = re.compile(r"([0-9(][0-9.%() +−×÷]*[0-9)%]) ([=≈]) (-?[0-9]+(?:\.[0-9]+)?)(%?)")
COMPARED = re.compile(
    r"([0-9(][0-9.%() +−×÷]*?)(?:（([0-9.]+)）)? ([≥<>=]) ([0-9(][0-9.%() +−×÷]*)(?:（([0-9.]+)）)?"
)


def check_text(text: str) -> int:
    """Work out every sum and comparison of a text; how many sums there were."""
    sums = EQUATION.findall(text)
    for sum_, sign, printed, hundred in sums:
        value, said = worked_out(sum_) * (100 if hundred else 1), Fraction(printed)
        half = Fraction(1, 2 * 10 ** len(printed.partition(".")[2]))
        assert (value == said) == (sign == "="), (sum_, printed)
        assert abs(value - said) <= half or (printed, hundred) == ("99.9", "%"), (sum_, printed)
    for left, one, sign, right, other in COMPARED.findall("\n".join(re.findall(r"判定：.*", text))):
        assert SIGNS[sign](worked_out(left), worked_out(right.strip())), (left, right)
        assert not one or Fraction(one) == worked_out(left)
        assert not other or Fraction(other) == worked_out(right.strip())
    return len(sums)


def test_what_the_text_says_is_true(loaded: Loaded) -> None:
    """`=` where it is exactly so, `≈` where it was rounded to as many places as are printed."""
    count = sum(
        check_text(plain(render_text(derive(loaded.ledger, loaded.figures, project, when), {}, "", None)))
        for when in loaded.months()
        for project in loaded.plan.projects
    )
    assert count > 100


BELOW = {
    "indicator": {"kind": "trend", "unit": "项", "baseline": "318"},
    "reports": {"2023-05": "310"},
    "month": "2023-05",
}


def test_every_worked_case_of_the_rules(tmp_path: Path) -> None:
    """tests/status/cases.yaml: whatever can decide does so in one of them, and trace says the same."""
    seen: set[str] = set()
    for place, case in enumerate([*CASES, BELOW]):
        found = load(ledger_of(case, tmp_path / str(place)))
        when = Month.parse(case["month"])
        for project, report, trace in reported(found, when):
            for one, other in zip(trace["indicators"], report["indicators"], strict=True):
                check_indicator(one, other, set())
            check_cases(trace, seen)
            check_text(plain(render_text(derive(found.ledger, found.figures, project, when), {}, "", None)))
    assert set(STATUS_OF) - seen == set()


SHOWN = re.compile(
    r"(?:现在应完成|要求|还差|每月需|近期每月|预计|要求覆盖|要求到|现在应到|现在应达到)([^，（]+)"
)


def test_what_show_says_of_a_deadline_stands_in_the_trace(loaded: Loaded) -> None:
    """Each amount that show prints is found, in these very digits, in the same deadline's part of the trace."""
    for when in loaded.months():
        for project in loaded.plan.projects:
            shown = plain(render_show(month_by_month(loaded.ledger, loaded.figures, project, when), None))
            traced = plain(render_text(derive(loaded.ledger, loaded.figures, project, when), {}, "", None))
            names = [indicator.name for indicator in project.indicators]
            for name in names:
                ours = part_of(traced, name, names)
                for line in re.findall(
                    r"^  \d+月.*：(?:.*，)?要求.*$", part_of(shown, name, names), re.MULTILINE
                ):
                    deadline = line.strip().partition("：")[0]
                    (block,) = re.findall(rf"^  {deadline}.*\n(?:    .*\n)*", ours, re.MULTILINE) or [""]
                    status = line.partition("：")[2].partition("，")[0]
                    assert block.splitlines()[0].endswith(f"：{status}"), (name, line)
                    for amount in SHOWN.findall(line):
                        wanted = re.sub(r"^覆盖|达到$|以上$", "", amount.strip())
                        assert wanted in block, (when, name, line, block)


def part_of(text: str, name: str, names: list[str]) -> str:
    """The lines of one indicator."""
    lines, inside = [], False
    for line in text.splitlines(keepends=True):
        if re.match(rf"(其中：)?{re.escape(name)}(（[a-z0-9-]+）)?　", line):
            inside = True
        elif line == "\n":
            inside = False
        if inside:
            lines.append(line)
    return "".join(lines)


NUMBERS = st.tuples(st.integers(0, 10**6), st.sampled_from([1, 3, 7, 10, 1000])).map(
    lambda parts: number(Fraction(*parts))
)
SIGNED = st.tuples(st.sampled_from(["plus", "minus", "times", "over"]), NUMBERS, st.booleans())


@given(NUMBERS, st.lists(SIGNED, max_size=6))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_sum_says_what_it_comes_to(term: Term, further: list[tuple[str, Term, bool]]) -> None:
    for how, other, turned in further:
        left, right = (other, term) if turned else (term, other)
        if how != "over" or right.value:
            term = getattr(left, how)(right)
    assert worked_out(term.text) == term.value


def test_the_rules_that_are_named_exist() -> None:
    headings = re.findall(r"^## (.*)$", (ROOT / "docs" / "rules.md").read_text("utf-8"), re.MULTILINE)
    assert set(RULES) <= set(headings)


# ---- where the numbers stand


@pytest.fixture
def repository(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "ledger")


def traced(repository: Kept, minsheng: Minsheng, *options: str) -> Any:
    result = minsheng("trace", "units", "--ledger", repository.ledger, "--format", "json", *options)
    assert (result.code, result.err) == (0, "")
    return result.json


def test_the_commit_of_each_line(repository: Kept, minsheng: Minsheng) -> None:
    repository.keep(
        "建立台账", {**FIRST, "progress/health.yaml": progress(department="health")}, author="张三"
    )
    repository.keep(
        "8月", {HOUSING: progress(month(JULY, units=206), month(AUGUST, units=230))}, author="李四"
    )
    repository.keep("改目标", {"projects.yaml": PLAN.replace("target: 291", "target: 300")}, author="王五")
    repository.put({HOUSING: "# 说明\n" + progress(month(JULY, units=207), month(AUGUST, units=230))})
    (indicator,) = traced(repository, minsheng)["indicators"]
    (figure,), (before,) = indicator["figure"]["sources"], indicator["increment_from"]["sources"]
    assert (figure["file"], figure["line"], figure["column"]) == ("data/progress/housing.yaml", 11, 14)
    assert (figure["committed"], figure["commit"]["author"], figure["commit"]["subject"]) == (
        True,
        "李四",
        "8月",
    )
    assert figure["commit"]["date"] == "2023-09-02T09:00:00+08:00"
    assert (before["committed"], before["commit"]) == (False, None)
    assert indicator["target_source"]["commit"]["author"] == "王五"
    assert indicator["deadlines"][0]["percent_source"]["commit"]["author"] == "张三"
    text = minsheng("trace", "units", "--ledger", repository.ledger).out
    assert "data/progress/housing.yaml:11:14  2023-09-02 09:00  李四" in text
    assert re.search(r"data/progress/housing.yaml:7:14  未提交\n", text)


def test_every_place_is_where_its_number_stands(loaded: Loaded) -> None:
    """Whoever goes there finds what was named."""
    texts = {document.path: (document.text or "").split("\n") for document in loaded.ledger.documents}
    for project in loaded.plan.projects:
        trace = derive(loaded.ledger, loaded.figures, project, loaded.plan.plan.last_month)
        for each in trace.indicators:
            point, figure = each.standing.point, each.figure
            if figure is None or not figure.places or point is None:
                continue
            place = figure.places[0]
            there = texts[place.file][place.at.line - 1][place.at.column - 1 :]
            typed = point.reading.stage or (
                None if point.reading.items is not None else str(point.reading.done)
            )
            assert typed is None or there.startswith(typed)
        for place in trace.places():
            assert 0 < place.at.line <= len(texts[place.file])


@pytest.mark.parametrize("state", ["outside", "unborn", "untracked"])
def test_without_commits(
    state: str, tmp_path: Path, minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = write_ledger(tmp_path / "ledger", {**FIRST, "progress/health.yaml": progress(department="health")})
    if state != "outside":
        repository = Kept(root)
        if state == "untracked":
            repository.git("commit", "-q", "--allow-empty", "-m", "空")
    text = minsheng("trace", "units", "--ledger", root)
    assert text.code == 0
    found = minsheng("trace", "units", "--ledger", root, "--format", "json").json
    (source,) = found["indicators"][0]["figure"]["sources"]
    if state == "outside":
        assert "没有提交可说：这本台账不在 git 里" in text.out
        assert (found["in_git"], source["committed"]) == (False, None)
    else:
        assert "data/progress/housing.yaml:6:14  未提交\n" in text.out
        assert (found["in_git"], source["committed"]) == (True, False)


def test_no_filter_of_the_repository_is_run(repository: Kept, minsheng: Minsheng) -> None:
    """What a repository sets would run with the rights of whoever only looks."""
    seen = repository.root / "seen"
    repository.keep("建立台账", {**FIRST, "progress/health.yaml": progress(department="health")})
    repository.git("config", "filter.evil.clean", f"touch {seen}; cat")
    repository.git("config", "filter.evil.smudge", f"touch {seen}; cat")
    repository.git("config", "diff.evil.textconv", f"touch {seen}; cat")
    (repository.root / ".gitattributes").write_text("*.yaml filter=evil diff=evil\n")
    repository.put({HOUSING: progress(month(JULY, units=230))})
    assert traced(repository, minsheng)["indicators"][0]["done"] == 230
    assert minsheng("history", "units", "--ledger", repository.ledger).code == 0
    assert not seen.exists()


def test_a_hostile_author_and_message(repository: Kept, minsheng: Minsheng) -> None:
    repository.keep(
        "\tsummary x\x1b[31m\u202e",
        {**FIRST, "progress/health.yaml": progress(department="health")},
        author="a\x1b]0;\u200b",
    )
    for options in ((), ("--format", "json")):
        out = minsheng("trace", "units", "--ledger", repository.ledger, *options).out
        assert not set(out) & set("\x1b\u202e\u200b")
    assert "summary x" in out


def test_an_invalid_ledger(repository: Kept, minsheng: Minsheng) -> None:
    repository.keep("建立台账", {**FIRST, "progress/health.yaml": "department: health\nreports: 1\n"})
    refused = minsheng("trace", "units", "--ledger", repository.ledger)
    assert (refused.code, refused.out) == (1, "")
    allowed = minsheng("trace", "units", "--ledger", repository.ledger, "--allow-invalid")
    assert allowed.code == 0
    assert "【台账有错】没有算入：data/progress/health.yaml" in allowed.out


def test_many_equal_lines_are_soon_compared(repository: Kept, minsheng: Minsheng) -> None:
    old = progress(month(JULY, units=206), month(AUGUST, units=230)) + "#\n" * 20_000
    repository.keep("建立台账", {**FIRST, HOUSING: old})
    repository.put({HOUSING: "# 说明\n" + old.replace("206", "207")})
    start = time.perf_counter()
    (indicator,) = traced(repository, minsheng)["indicators"]
    assert time.perf_counter() - start < 20
    assert [each["committed"] for each in indicator["figure"]["sources"]] == [True]
    assert [each["committed"] for each in indicator["increment_from"]["sources"]] == [False]


def test_a_linked_file_has_its_commits_as_well(repository: Kept, minsheng: Minsheng) -> None:
    """git blames what a link says; what counts is the file that it leads to."""
    repository.keep("建立台账", {**FIRST, "plan-of-2023.yaml": PLAN}, author="张三")
    plan = repository.ledger / "data" / "projects.yaml"
    plan.unlink()
    plan.symlink_to("plan-of-2023.yaml")
    repository.keep("改成链接", {}, author="李四")
    (indicator,) = traced(repository, minsheng)["indicators"]
    assert indicator["target_source"]["commit"]["author"] == "张三"
    assert indicator["figure"]["sources"][0]["commit"]["author"] == "张三"
