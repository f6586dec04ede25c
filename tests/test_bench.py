"""What bench/ measures with: the made-up county is sound in both its forms, and its tables say what was measured.

Nothing here looks at how long anything takes.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from bench import tables, where
from bench.book import account, write_book
from bench.commits import write_repository
from bench.county import STAGES, County, county
from bench.installs import floor
from bench.ledger import write_ledger
from bench.processes import Failed, Process, Use, in_turn, once, ratio
from tests.conftest import ROOT, Minsheng

SIZES = (1, 3)


@pytest.fixture(scope="module", params=SIZES, ids=lambda times: f"{times}x")
def made(request: pytest.FixtureRequest) -> County:
    return county(request.param)


def test_the_county_is_as_large_as_ours() -> None:
    one = county()
    assert (len(one.departments), len(one.projects), len(list(one.indicators))) == (13, 20, 40)
    assert {indicator.kind for indicator in one.indicators} == {
        *("quantity", "total", "coverage", "milestone", "trend")
    }
    assert one.figures == 468


def test_three_times_the_county() -> None:
    one, three = county(), county(3)
    assert three.figures == 3 * one.figures
    assert len(three.departments) == 3 * len(one.departments)
    assert three.projects[: len(one.projects)] == one.projects


def test_the_ledger_is_sound(made: County, tmp_path: Path, minsheng: Minsheng) -> None:
    found = minsheng("validate", "--format", "json", "--ledger", write_ledger(made, tmp_path))
    assert (found.code, found.json["findings"]) == (0, [])
    assert found.json["files"] == 1 + len(made.departments)


@pytest.mark.parametrize("only", ["", "housing"])
def test_the_repository_ends_with_the_ledger(only: str, tmp_path: Path, minsheng: Minsheng) -> None:
    root = write_repository(county(), tmp_path, 60, only=only)

    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    assert git("rev-list", "--count", "HEAD") == "60"
    assert git("rev-list", "--count", "--merges", "HEAD") == "5"
    assert git("status", "--porcelain") == ""
    found = minsheng("history", "shantytown-units", "--ledger", root, "--format", "json").json
    assert [len(each["months"]) for each in found["indicators"]] == [12]
    assert (found["uncommitted"], found["unreadable"]) == (0, [])


def in_ledger(root: Path) -> dict[tuple[str, str, str], list[Decimal]]:
    """Cumulative figures by department, indicator and part, as the files have them; a stage as its number."""
    found: dict[tuple[str, str, str], list[Decimal]] = defaultdict(list)
    for path in (root / "data" / "progress").iterdir():
        document = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for report in document["reports"]:
            for indicator, told in report["figures"].items():
                parts = told if isinstance(told, dict) else {"done": told}
                done = parts.get("stage") or parts["done"]
                stage = ("未启动", *STAGES).index(done) if not re.match("[0-9]", done) else done
                found[document["department"], indicator, "Done"].append(Decimal(stage))
                if "eligible" in parts:
                    found[document["department"], indicator, "Eligible"].append(Decimal(parts["eligible"]))
    return found


def in_book(path: Path) -> dict[str, list[Decimal]]:
    """What each account of the book holds after each of its transactions."""
    held: dict[str, list[Decimal]] = defaultdict(list)
    for name, added in re.findall(r"^  (Assets:\S+)  (\S+) UNIT$", path.read_text("utf-8"), re.MULTILINE):
        held[name].append((held[name][-1] if held[name] else Decimal(0)) + Decimal(added))
    return held


def test_both_forms_hold_the_same_figures(made: County, tmp_path: Path) -> None:
    ledger = in_ledger(write_ledger(made, tmp_path / "ledger"))
    book = in_book(write_book(made, tmp_path / "book.beancount"))
    accounts = {
        account(indicator, part): ledger.pop((indicator.department, indicator.id, part), [])
        for indicator in made.indicators
        for part in ("Done", "Eligible")
    }
    assert ledger == {}
    assert book == {name: values for name, values in accounts.items() if values}
    assert sum(len(values) for name, values in book.items() if name.endswith("Done")) == made.figures


def test_the_book_opens_and_balances(tmp_path: Path) -> None:
    text = write_book(county(), tmp_path / "book").read_text("utf-8")
    used = set(re.findall(r"^  (\S+)  ", text, re.MULTILINE))
    assert used == set(re.findall(r"^\S+ open (\S+) UNIT$", text, re.MULTILINE))
    for entry in text.split("\n\n")[1:]:
        assert sum(Decimal(each) for each in re.findall(r"(\S+) UNIT", entry)) == 0


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    """Also where texts hash otherwise."""
    texts = set()
    for seed in ("1", "2"):
        folder = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "bench.make", "2", folder],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        assert len(files) == 1 + 1 + 2 * 13
        texts.add(b"".join(path.read_bytes() for path in files))
    assert len(texts) == 1


def test_a_hundred_counties_stay_within_the_bounds(tmp_path: Path) -> None:
    """One file takes a million bytes; tests/long/test_bounds.py has the rest."""
    root = write_ledger(county(100), tmp_path)
    assert max(path.stat().st_size for path in root.rglob("*.yaml")) < 1_000_000


def test_the_floor_is_six_models_and_one_option(tmp_path: Path) -> None:
    tree = ast.parse((ROOT / "bench" / "floor.py").read_text("utf-8"))
    models = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    assert [ast.unparse(base) for node in models for base in node.bases] == ["BaseModel"] * 6
    assert once(floor(Path(sys.executable), tmp_path / "floor")).cpu > 0
    assert any((tmp_path / "floor" / "__pycache__").iterdir()), "it is compiled, as what is installed is"


def test_ratios_are_of_the_same_round() -> None:
    base = [Use(1, 1, 10), Use(2, 2, 10), Use(4, 4, 10)]
    twice = [Use(2, 4, 20), Use(4, 8, 20), Use(10, 16, 20)]
    assert str(ratio(twice, base, lambda use: use.cpu)) == "2.00（2.00–2.50）"
    told = tables.against({"底线": base, "validate": twice}, "底线", {"validate": 1.5})
    assert "| validate | 2.00（2.00–2.50） | 4.00（4.00–4.00） | ≤1.50，没有达到 | 4000 | 20 |\n" in told


def test_each_further_figure() -> None:
    base, small, large = [Use(1, 1, 10)], [Use(2, 2, 20)], [Use(5, 5, 30)]
    assert tables.growth([10, 40], [small, large], base).splitlines()[2:] == [
        "| 10 | 2.00（2.00–2.00） | 200000 |  | 20 |",
        "| 40 | 5.00（5.00–5.00） | 125000 | 100000 | 30 |",
    ]


def test_in_turn_and_the_first_round_does_not_count(tmp_path: Path) -> None:
    log = tmp_path / "log"
    noting = "import sys; open(sys.argv[1], 'a').write(sys.argv[2])"
    processes = {name: Process([sys.executable, "-c", noting, str(log), name]) for name in "ab"}
    uses = in_turn(processes, 2, lambda _: None)
    assert log.read_text() == "ababab"
    assert {name: len(used) for name, used in uses.items()} == {"a": 2, "b": 2}


def test_what_fails_is_not_measured() -> None:
    with pytest.raises(Failed, match=r"退出码3(?s:.*)oops"):
        once(Process([sys.executable, "-c", "import sys; print('oops', file=sys.stderr); sys.exit(3)"]))


def test_where_the_time_goes(tmp_path: Path) -> None:
    """Each stage has been passed, else there is no table; which takes how much is not looked at."""
    root = write_ledger(county(), tmp_path)
    table = where.told(Path(sys.executable), root, 1)
    assert re.findall(r"^\| ([^|]+) \| [0-9.]+ \|", table, re.MULTILINE) == [
        *where.WORDS.values(),
        "合计",
        "其中自己的代码",
    ]
