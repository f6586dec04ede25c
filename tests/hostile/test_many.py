"""Very many of something in one file: all of it is answered for, and what is not listed is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from minsheng_cli.finding import MORE, Gathering, Misfit, Position
from minsheng_cli.model.fitting import MAX_ERRORS
from minsheng_cli.rules.listing import MOST_SHOWN
from minsheng_cli.similar import nearest
from tests.conftest import Minsheng, in_long_run, write_ledger

PLAN = """\
plan: {title: 题, county: 县, year: 2024, lead: a, start: 2024-01-01, deadlines: [
  {id: december, name: 完成, date: 2024-12-31, percent: 100}]}
departments: {a: {name: 甲局}}
projects:
- {no: 1, id: p, name: 项, lead: a, indicators: [
"""
QUANTITY = "name: 数, kind: quantity, target: 5, unit: 个"
REPORT = "department: a\nreports:\n- month: 2024-04\n  reported_on: 2024-05-01\n  figures:\n"


def ledger(root: Path, indicators: list[str], progress: str = "department: a\nreports: []\n") -> Path:
    return write_ledger(
        root, {"projects.yaml": PLAN + ",\n".join(indicators) + "]}\n", "progress/a.yaml": progress}
    )


def counts(minsheng: Minsheng, root: Path) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in minsheng("validate", "--ledger", root, "--format", "json").json["findings"]:
        found[each["code"]] = found.get(each["code"], 0) + 1
    return found


def test_a_long_chain_of_totals(tmp_path: Path, minsheng: Minsheng) -> None:
    """Deeper than Python's own stack: a total of a total of a total."""
    chain = [
        f"{{id: i{n}, name: 数, kind: total, target: 5, unit: 个, of: [i{n + 1}]}}" for n in range(3_000)
    ]
    root = ledger(tmp_path, [*chain, f"{{id: i3000, {QUANTITY}}}"], REPORT + "    i3000: 5\n")
    assert minsheng("validate", "--ledger", root, "--strict").code == 0
    report = minsheng("report", "--ledger", root, "--format", "json", "--by", "indicator").json
    assert all(each["done"] == 5 for each in report["projects"][0]["indicators"])


def test_totals_that_all_add_each_other(tmp_path: Path, minsheng: Minsheng) -> None:
    every = ", ".join(f"i{n}" for n in range(40))
    root = ledger(
        tmp_path,
        [f"{{id: i{n}, name: 数, kind: total, target: 5, unit: 个, of: [{every}]}}" for n in range(40)],
    )
    found = counts(minsheng, root)
    assert found == {"M226": MOST_SHOWN, "M130": 1}


def test_a_long_chain_of_parts(tmp_path: Path, minsheng: Minsheng) -> None:
    parts = [f"{{id: i{n}, {QUANTITY}, part_of: i{(n + 1) % 3_000}}}" for n in range(3_000)]
    assert counts(minsheng, ledger(tmp_path, parts)) == {"M225": MOST_SHOWN, "M130": 1}


def test_what_is_not_listed_is_counted(tmp_path: Path, minsheng: Minsheng) -> None:
    figures = "".join(f"    k{number}: 1\n" for number in range(1_234))
    root = ledger(tmp_path, [f"{{id: i, {QUANTITY}}}"], REPORT + "    i: 1\n" + figures)
    result = minsheng("validate", "--ledger", root)
    assert result.out.count(" M327 ") == MOST_SHOWN
    assert (
        f":{7 + MOST_SHOWN}:5: M130 警告 从这里起，这个文件里M327还有{1_234 - MOST_SHOWN:,}处" in result.out
    )
    assert minsheng("validate", "--ledger", root).code == 1


@pytest.mark.parametrize("sound", [in_long_run(0), in_long_run(10), 3_000])
def test_a_file_that_is_wrong_all_over(sound: int, tmp_path: Path, minsheng: Minsheng) -> None:
    """However far down it begins, the first of it is shown; the rest is counted."""
    good = "- {month: 2024-04, reported_on: 2024-05-01, figures: {}}\n" * sound
    bad = "- {month: x}\n" * MAX_ERRORS
    root = ledger(tmp_path, [f"{{id: i, {QUANTITY}}}"], f"department: a\nreports:\n{good}{bad}")
    result = minsheng("validate", "--ledger", root)
    assert result.code == 1
    assert f"data/progress/a.yaml:{sound + 3}:11: M307 错误" in result.out
    assert "这个文件里不合格的还有" in result.out
    assert len(result.out) < 100_000


def test_a_warning_stays_a_warning(tmp_path: Path, minsheng: Minsheng) -> None:
    """Too many to list is no error where one of them is none."""
    indicators = [f"{{id: i{n}, {QUANTITY}}}" for n in range(200)]
    root = ledger(tmp_path, indicators, REPORT + "".join(f'    i{n}: "1"\n' for n in range(200)))
    assert counts(minsheng, root) == {"M421": MOST_SHOWN, "M130": 1}
    assert minsheng("validate", "--ledger", root).code == 0
    assert minsheng("report", "--ledger", root).code == 0


def test_what_is_kept_of_a_ledger_is_bounded() -> None:
    gathering = Gathering()
    kept = [
        gathering.of_file(
            Misfit("file", "tab", f"{number}.yaml", Position(line, 1), {}) for line in range(1, 3_001)
        )
        for number in range(30)
    ]
    assert [sum(each.kind == "tab" for each in of_file) for of_file in kept] == [1_000] * 4 + [1] * 26
    for of_file in kept:
        more = of_file[-1]
        assert more.kind == MORE
        assert int(more.about["count"]) + len(of_file) - 1 == 3_000


def test_the_nearest_of_very_many() -> None:
    known = [f"project-{number:05d}-roads" for number in range(20_000)]
    assert nearest("project-12345-road", known) == "project-12345-roads"
    assert nearest("roject-12345-roads", known) == "project-12345-roads"
    assert nearest("Project-19999-roads", known) == "project-19999-roads"
    assert nearest("x" * 1_000_000, known) is None


def test_no_memory_left_is_a_sentence(
    minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from minsheng_cli.cli import loading

    def fail(root: Path, base: object) -> None:
        raise MemoryError

    monkeypatch.setattr(loading, "check", fail)
    result = minsheng("validate", "--ledger", ledger(tmp_path, [f"{{id: i, {QUANTITY}}}"]))
    assert result.code == 70
    assert "内存不够" in result.err
