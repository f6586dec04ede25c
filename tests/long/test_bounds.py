"""The largest ledgers that are taken and the worst that are not: seconds, 256 MB, a finding, an output that can be read."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.test_cases import BASE, places

pytestmark = pytest.mark.long
MOST_MEMORY = 256 * 1024
"""In the kilobytes that ru_maxrss counts."""
MOST_SECONDS = 60
"""Of the processor; a machine of today takes a tenth of it."""
MOST_OUTPUT = 2_500_000
ROOM = 990_000
VICTIM, PLAN = "data/progress/transport.yaml", "data/projects.yaml"
HEAD = "department: transport\n"
REPORT = HEAD + "reports:\n  - month: 2024-04\n    reported_on: 2024-05-03\n    figures:\n"


class Run(NamedTuple):
    code: int
    out: str
    err: str


def measured(root: Path, *arguments: str) -> Run:
    """The command in a process of its own, held to the bounds."""
    command = [sys.executable, "-m", "minsheng_cli", *arguments, "--ledger", str(root)]
    out, err = root.parent / "out", root.parent / "err"
    with out.open("wb") as to_out, err.open("wb") as to_err:
        process = subprocess.Popen(command, stdout=to_out, stderr=to_err)
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert used.ru_maxrss < MOST_MEMORY, f"{arguments}: {used.ru_maxrss // 1024} MB"
    said = Run(process.returncode, out.read_text("utf-8"), err.read_text("utf-8"))
    assert said.code in (0, 1, 2), said.err[-500:]
    assert "Traceback" not in said.err
    return said


def filled(head: str, piece: str, tail: str = "\n") -> str:
    return head + piece * ((ROOM - len((head + tail).encode())) // len(piece.encode())) + tail


def lined(head: str, line: Callable[[int], str], count: int | None = None) -> str:
    """Lines made of their number, as many as there is room for."""

    def lines() -> Iterator[str]:
        room, number = ROOM - len(head.encode()), 0
        while (room := room - len((made := line(number)).encode())) >= 0 and number != count:
            yield made
            number += 1

    return head + "".join(lines())


def plan(projects: str, departments: str = "  a: {name: 甲局}\n") -> str:
    return (
        "plan: {title: 题, county: 县, year: 2024, lead: a, start: 2024-01-01, deadlines: [\n"
        "  {id: december, name: 完成, date: 2024-12-31, percent: 100}]}\n"
        f"departments:\n{departments}projects:\n{projects}"
    )


PROJECT = "- {no: 1, id: p, name: 项, lead: a, indicators: ["
QUANTITY = "name: 数, kind: quantity, target: 5, unit: 个"
TOTAL = "name: 数, kind: total, target: 5, unit: 个"

FILES: dict[str, Callable[[], str]] = {
    "half a million entries": lambda: filled(f"{HEAD}reports: [", "a,", "]\n"),
    "entries within the bound": lambda: f"{HEAD}reports: [{'a,' * 99_000}]\n",
    "mappings within the bound": lambda: f"{HEAD}reports: [{'{},' * 49_000}]\n",
    "empty entries": lambda: filled(f"{HEAD}reports:\n", "-\n"),
    "keys": lambda: lined(HEAD, lambda number: f"k{number:x}:\n"),
    "keys within the bound": lambda: lined(HEAD, lambda number: f"k{number:x}:\n", 99_000),
    "the same key": lambda: HEAD + "a: 1\n" * 99_000,
    "unknown figures": lambda: lined(REPORT, lambda number: f"      rural-road{number:x}: 1\n"),
    "figures with units": lambda: lined(REPORT, lambda number: f"      k{number:x}: 1套\n"),
    "broken reports": lambda: lined(
        f"{HEAD}reports:\n", lambda number: f"- {{month: x{number}, figures: 3}}\n", 24_000
    ),
    "sound reports, then broken ones": lambda: lined(
        f"{HEAD}reports:\n",
        lambda number: (
            "- {month: 2024-04, reported_on: 2024-05-01, figures: {}}\n" if number < 9_000 else "- {}\n"
        ),
        25_000,
    ),
    "one month": lambda: filled(
        f"{HEAD}reports:\n", "- {month: 2024-04, reported_on: 2024-05-01, figures: {rural-roads: 1}}\n"
    ),
    "remarks": lambda: f"{REPORT}      rural-roads: 1\n    problems: [{'a,' * 99_000}]\n",
    "full-width colons": lambda: filled(HEAD, "a：1\n"),
    "full-width commas": lambda: filled(f"{HEAD}reports: [", "{a：1， b: 2},\n", "]\n"),
    "tabs": lambda: filled(HEAD, "\ta: 1\n"),
    "quotes": lambda: filled(HEAD, "a: “x”\n"),
    "conflicts": lambda: filled(HEAD, "<<<<<<< a\n"),
    "braces on every line": lambda: filled(f"{HEAD}[\n", "{" * 900 + "，" * 300 + "\n"),
    "blanks on every line": lambda: filled(f"{HEAD}[\n", "abc" + " " * 900 + "=" + " " * 900 + "x\n"),
    "anchors": lambda: filled(f"{HEAD}reports: [", "&a b,", "]\n"),
    "aliases": lambda: filled(f"{HEAD}a: &a b\nreports: [", "*a,", "]\n"),
    "bomb": lambda: (
        "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 60))
    ),
    "cycle": lambda: "&a {department: *a, reports: [*a]}\n",
    "open brackets": lambda: filled("", "["),
    "open braces in entries": lambda: filled("", "- {\n"),
    "dashes": lambda: filled("", "- "),
    "steps down": lambda: "".join(f"{' ' * depth}a:\n" for depth in range(1_400)),
    "one text": lambda: filled(f"{REPORT}      rural-roads: '", "x", "'\n"),
    "zeros": lambda: filled(f"{REPORT}      rural-roads: ", "0", "x\n"),
    "spaces in full-width braces": lambda: filled(f"{REPORT}      rural-roads: ｛done：1", " ", "x｝\n"),
    "spaces in braces": lambda: filled(f"{REPORT}      rural-roads: {{done: 1", " ", "x}\n"),
    "spaces in a list": lambda: filled(f"{REPORT}      rural-roads: [a", " ", "x]\n"),
    "spaces in a remark": lambda: filled(
        f"{REPORT}      rural-roads: 1\n    problems: [｛text：1", " ", "x｝]\n"
    ),
    "commas in a note": lambda: (
        f"{REPORT}      rural-roads: {{done: 7.85, note: a{''.join(f',b{n}' for n in range(48_000))}}}\n"
    ),
    "months taken in": lambda: (
        f"{HEAD}reports:\n"
        + "- {reported_on: 2024-05-03, figures: {}}\n" * 4_900
        + "- month: 2024-04\n  reported_on: 2024-05-01\n  figures: a\n"
        + "   month：1\n" * 50_000
    ),
    "blanks after glued colons": lambda: filled(REPORT, f"      a:b{' ' * 1_980}x\n", "     [\n"),
    "blanks in braces": lambda: filled(REPORT, f"      a: {{b{' ' * 1_980}x}}\n", "     [\n"),
    "cuts and anchors": lambda: (
        f"{HEAD}reports:\n" + "- month: 2024-04\n  note: #1井\n" * 1_000 + f"x: [{'&a b,' * 90_000}]\n"
    ),
    "groups": lambda: filled(f"{REPORT}      rural-roads: 1", ",111"),
}
PLANS: dict[str, Callable[[], str]] = {
    "indicators": lambda: (
        lined(plan(PROJECT), lambda number: f"{{id: i{number:x}, {QUANTITY}}},\n", 13_000) + "]}\n"
    ),
    "broken indicators": lambda: (
        lined(plan(PROJECT), lambda number: f"{{id: i{number:x}, nam: 数, kind: total}},\n", 16_000) + "]}\n"
    ),
    "one id": lambda: lined(plan(PROJECT), lambda _: f"{{id: i, {QUANTITY}}},\n", 13_000) + "]}\n",
    "parts of parts": lambda: (
        lined(
            plan(PROJECT), lambda number: f"{{id: i{number}, {QUANTITY}, part_of: i{number + 1}}},\n", 12_000
        )
        + "]}\n"
    ),
    "parts of one": lambda: (
        lined(
            plan(f"{PROJECT}{{id: w, {QUANTITY}, adjustments: [{'{date: 2024-01-01},' * 9_000}]}},"),
            lambda number: f"{{id: i{number}, {QUANTITY}, part_of: w}},\n",
            8_000,
        )
        + "]}\n"
    ),
    "totals of totals": lambda: (
        lined(plan(PROJECT), lambda number: f"{{id: i{number}, {TOTAL}, of: [i{number + 1}]}},\n", 10_000)
        + "]}\n"
    ),
    "totals in a circle": lambda: (
        plan(PROJECT)
        + ",".join(
            f"{{id: i{number}, {TOTAL}, of: [{', '.join(f'i{other}' for other in range(200))}]}}"
            for number in range(200)
        )
        + "]}\n"
    ),
    "departments": lambda: plan(
        PROJECT + "]}\n", lined("", lambda number: f"  d{number:x}: {{name: 局}}\n", 32_000)
    ),
    "leads that are no departments": lambda: plan(
        "".join(
            f"- {{no: {number}, id: p{number}, name: 项, lead: dx{number}, indicators: []}}\n"
            for number in range(6_000)
        ),
        "".join(f"  d{number}: {{name: 局}}\n" for number in range(12_000)),
    ),
    "deadlines": lambda: plan("[]\n").replace(
        "deadlines: [",
        "deadlines: ["
        + "".join(
            f"{{id: d{number}, name: 完, date: 2024-05-01, percent: 9}},\n" for number in range(14_000)
        ),
    ),
    "stages": lambda: plan(
        f"{PROJECT}{{id: t, name: 数, kind: milestone, stages: [{','.join(f'z{n}' for n in range(90_000))}]}}]}}\n"
    ),
    "items": lambda: plan(
        f"{PROJECT}{{id: t, name: 数, kind: quantity, target: 9, unit: 个, items: {{{','.join(f'z{n}: 点' for n in range(60_000))}}}}}]}}\n"
    ),
}


def check(root: Path, least: int = 1) -> None:
    """Finding, looking for mends, and reporting without what is broken."""
    for arguments in (("validate",), ("validate", "--fix", "--dry-run"), ("report", "--allow-invalid")):
        said = measured(root, *arguments)
        assert len(said.out) + len(said.err) < MOST_OUTPUT
        if arguments == ("validate",):
            assert len(places(said.out)) >= least


@pytest.mark.parametrize("text", FILES.values(), ids=FILES.keys())
def test_a_file(text: Callable[[], str], tmp_path: Path) -> None:
    root = tmp_path / "ledger"
    shutil.copytree(BASE, root)
    (root / VICTIM).write_text(text(), "utf-8")
    check(root, least=0 if text is FILES["remarks"] else 1)


@pytest.mark.parametrize("text", PLANS.values(), ids=PLANS.keys())
def test_a_plan(text: Callable[[], str], tmp_path: Path) -> None:
    root = tmp_path / "ledger"
    (root / "data/progress").mkdir(parents=True)
    (root / PLAN).write_text(text(), "utf-8")
    figures = "".join(f"    i{number}: {number % 7}\n" for number in range(5_000))
    progress = f"department: a\nreports:\n- month: 2024-04\n  reported_on: 2024-05-01\n  figures:\n    t: z9\n{figures}"
    (root / "data/progress/a.yaml").write_text(progress, "utf-8")
    check(root, least=0)


FOLDERS: dict[str, tuple[int, Callable[[int], str]]] = {
    "10,000 sound files": (10_000, lambda number: f"department: d{number}\nreports: []\n"),
    "10,000 empty files": (10_000, lambda number: ""),
    "300,000 empty files": (300_000, lambda number: ""),
    "10,000 broken files": (10_000, lambda number: "reports: [\n"),
    "10,000 files with a slip": (10_000, lambda number: f"department: d{number}\nreport: []\n"),
    "100 megabytes of entries": (100, lambda number: filled("reports: [", "a,", "]\n")),
    "100 megabytes of colons": (100, lambda number: filled("", "a：1\n")),
    "100 megabytes of text": (100, lambda number: filled("reports: '", "x", "'\n")),
    "files full of remarks": (
        8,
        lambda number: f"{REPORT}      rural-roads: 1\n    problems: [{'a,' * 99_000}]\n",
    ),
    "files full of mappings": (8, lambda number: f"reports: [{'{},' * 49_000}]\n"),
    "files full of one key": (8, lambda number: "a: 1\n" * 99_000),
    "files full of keys": (8, lambda number: "".join(f"k{each}: 1\n" for each in range(80_000))),
    "files full of blanks": (
        20,
        lambda number: filled(REPORT, f"      a:b{' ' * 1_980}x\n", "     [\n"),
    ),
    "files full of anchors": (8, lambda number: f"reports: [{'&a b,' * 99_000}]\n"),
}


@pytest.mark.parametrize(("count", "text"), FOLDERS.values(), ids=FOLDERS.keys())
def test_a_folder(count: int, text: Callable[[int], str], tmp_path: Path) -> None:
    root = tmp_path / "ledger"
    shutil.copytree(BASE, root)
    for number in range(count):
        (root / f"data/progress/d{number}.yaml").write_text(text(number), "utf-8")
    check(root)


def large(root: Path, departments: int, *, indicators: int = 4_000, months: int = 12) -> int:
    """A sound ledger of so many departments that share so many indicators; how many figures it has."""
    (root / "data/progress").mkdir(parents=True)
    listed = [f"bureau-{number}" for number in range(departments)]
    projects = "".join(
        f"- no: {number}\n  id: project-{number}\n  name: 民生工程第{number}项\n  lead: {listed[number % departments]}\n"
        f"  indicators:\n  - id: indicator-{number}\n    name: 城镇老旧小区改造（{number}）\n    kind: quantity\n"
        "    target: 120\n    unit: 个\n"
        for number in range(indicators)
    )
    names = "".join(f"  {name}: {{name: 云州县某局（{number}）}}\n" for number, name in enumerate(listed))
    (root / PLAN).write_text(plan(projects, names).replace("lead: a,", f"lead: {listed[0]},"), "utf-8")
    for place, name in enumerate(listed):
        own = range(place, indicators, departments)
        lines = [f"department: {name}\nreports:\n"]
        for month in range(1, months + 1):
            day = f"2024-{month + 1:02d}-03" if month < 12 else "2025-01-03"
            lines.append(f"  - month: 2024-{month:02d}\n    reported_on: {day}\n    figures:\n")
            lines += [
                f"      indicator-{each}: "
                + (f"{{done: {9 * month}, note: 含上月补报}}\n" if each % 4 == 0 else f"{9 * month}\n")
                for each in own
            ]
            lines.append(
                "    problems:\n      - 福康小区管网图纸待补，施工许可正在办理\n      - 上级资金尚未到位，已与财政局对接\n"
            )
            lines.append("    highlights:\n      - 全部点位完成现场踏勘并公示\n")
        (root / f"data/progress/{name}.yaml").write_text("".join(lines), "utf-8")
    return indicators * months


@pytest.mark.parametrize("departments", [1_300, 20, 5])
def test_a_hundred_counties_in_one_ledger(departments: int, tmp_path: Path) -> None:
    root = tmp_path / "ledger"
    assert large(root, departments) == 48_000
    said = measured(root, "validate", "--strict")
    assert (said.code, said.out) == (0, ""), said.out[:500]
    for arguments in (
        ("report",),
        ("report", "--format", "json"),
        ("report", "--by", "department"),
        ("validate", "--fix", "--dry-run"),
    ):
        assert measured(root, *arguments).code == 0
