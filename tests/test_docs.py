"""The documents agree with the program: words, dependencies, file keys, JSON fields, the order of layers."""

from __future__ import annotations

import ast
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from minsheng_cli.fields.placed import Placed
from minsheng_cli.kinds.figure import Figure
from minsheng_cli.kinds.indicator import Adjustment, Indicator, Requirement
from minsheng_cli.model.closed import ClosedFile, Closing, Reopening
from minsheng_cli.model.plan import (
    KINDS,
    Deadline,
    DeadlineAdjustment,
    Department,
    Header,
    PlanFile,
    Project,
    Reporting,
)
from minsheng_cli.model.progress import ProgressFile, Remark, Report
from minsheng_cli.rules.catalogue import catalogue
from minsheng_cli.terms import (
    AIM_MISSED,
    BASELINE_MONTH,
    CARRIED,
    DEADLINE_WORDS,
    DEFAULT_SCHEDULE,
    INFERRED,
    KEY_NAMES,
    KIND_WORDS,
    NO_AREA,
    NOBODY,
    OPEN_BASE,
    SAMPLE,
    STATUS_WORDS,
)
from tests.as_of_ledger import kept
from tests.conftest import ROOT, Minsheng, write_ledger
from tests.repositories import Repository
from tests.review.county import FILES, HOUSING, HOUSING_AUGUST

DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "minsheng_cli"


class Row(NamedTuple):
    """A row of a table, with the last heading above it."""

    heading: str
    cells: list[str]

    @property
    def name(self) -> str:
        return self.cells[0].strip("`")


def rows(name: str, title: str) -> Iterator[Row]:
    """The rows of all tables in a document whose first column has this title."""
    heading, inside = "", False
    for line in (DOCS / name).read_text("utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        if not line.startswith("|"):
            inside = False
            continue
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if cells[0] == title:
            inside = True
        elif inside and not cells[0].startswith("---"):
            yield Row(heading, cells)


def ledger_in(name: str) -> dict[str, str]:
    """The files that a document shows, by their names under data/."""
    text = (DOCS / name).read_text("utf-8")
    return dict(re.findall(r"^```yaml\n# data/(\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


# ---- words


def test_glossary_has_every_word() -> None:
    found = {(row.cells[0], row.cells[1]) for row in rows("glossary.md", "英文")}
    for words in (STATUS_WORDS, DEADLINE_WORDS, KIND_WORDS, KEY_NAMES):
        missing = {(f"`{key}`", word) for key, word in words.items()} - found
        assert not missing
    marks = {
        AIM_MISSED,
        SAMPLE,
        CARRIED,
        INFERRED,
        DEFAULT_SCHEDULE,
        OPEN_BASE,
        NOBODY,
        BASELINE_MONTH,
        NO_AREA,
    }
    assert marks <= {word for _, word in found}


def test_glossary_has_no_word_of_its_own() -> None:
    known = {**DEADLINE_WORDS, **KIND_WORDS, **KEY_NAMES}
    for row in rows("glossary.md", "英文"):
        assert len(row.cells) == 4
        if row.cells[0].startswith("`"):
            assert row.name in known
            assert row.cells[1] in {words.get(row.name) for words in (DEADLINE_WORDS, KIND_WORDS, KEY_NAMES)}


# ---- dependencies


def test_dependencies_are_those_of_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {
        "运行时": project["project"]["dependencies"],
        "开发时": project["project"]["optional-dependencies"]["dev"],
        "打包": project["build-system"]["requires"],
    }
    told: dict[str, list[str]] = {heading: [] for heading in wanted}
    for row in rows("dependencies.md", "库"):
        told[row.heading].append(row.name)
        assert row.cells[1], f"{row.name}: no reason given"
    for heading, requirements in wanted.items():
        names = [re.match(r"[A-Za-z0-9._-]+", each) for each in requirements]
        assert sorted(told[heading]) == sorted(name[0] for name in names if name)


# ---- files

SECTIONS: dict[str, type[Placed]] = {
    "`data/projects.yaml`": PlanFile,
    "`plan`": Header,
    "`plan.reporting`": Reporting,
    "`plan.deadlines`": Deadline,
    "`plan.deadlines.adjustments`": DeadlineAdjustment,
    "`departments`": Department,
    "`projects`": Project,
    "`projects.indicators`": Indicator,
    "`required`": Requirement,
    "`adjustments`": Adjustment,
    "`data/progress`": ProgressFile,
    "`reports`": Report,
    "`figures`": Figure,
    "`data/closed.yaml`": ClosedFile,
    "`closed`：关账": Closing,
    "`closed`：重开": Reopening,
    "`problems`、`highlights`": Remark,
    **{f"`kind: {name}`": kind for name, kind in KINDS.items()},
}


def test_every_key_is_documented_and_every_documented_key_exists() -> None:
    told: dict[str, dict[str, Row]] = {section: {} for section in SECTIONS}
    for row in rows("files.md", "名称"):
        told[row.heading.split(" ")[0] if ": " not in row.heading else row.heading.rsplit(" ", 1)[0]][
            row.name
        ] = row
    for section, model in SECTIONS.items():
        common = set(Indicator.model_fields) if section.startswith("`kind: ") else {"node"}
        if model is Figure:
            common = {*common, "short"}
        fields = {name: field for name, field in model.model_fields.items() if name not in common | {"node"}}
        assert set(told[section]) == set(fields), section
        for name, field in fields.items():
            chinese, required = told[section][name].cells[1:3]
            assert chinese == KEY_NAMES[name], f"{section} {name}"
            if required != "看类型":
                assert required == ("是" if field.is_required() else "否"), f"{section} {name}"


def test_example_ledger_is_sound(tmp_path: Path, minsheng: Minsheng) -> None:
    root = write_ledger(tmp_path, ledger_in("files.md"))
    checked = minsheng("validate", "--strict", "--ledger", root)
    assert (checked.code, checked.out) == (0, "")
    report = minsheng("report", "--ledger", root, "--format", "json")
    kinds = {each["kind"] for project in report.json["projects"] for each in project["indicators"]}
    assert kinds == set(KINDS), "the example shows every kind"


# ---- JSON

_LEAVES = {
    "projects[].indicators[].items",
    "projects[].indicators[].compare.items",
    "projects[].indicators[].as_of.items",
    "as_of.gone.indicators[].items",
    "project.indicators[].items",
    "indicators[].months[].items",
    "changes[].old",
    "changes[].new",
}
"""Objects whose keys are the plan's own."""


_LISTS = {
    "findings[]": "validate",
    "fixed[]": "validate",
    "rules[]": "rules",
    "months[]": "show",
    "months[].reports[]": "show",
    "indicators[]": "show",
    "indicators[].adjustments[]": "show",
    "indicators[].schedule[]": "show",
    "indicators[].months[]": "show",
    "indicators[].months[].deadlines[]": "show",
    "base": "validate",
    "commits": "diff",
    "changes[]": "diff",
    "effects": "diff",
    "effects.projects[]": "diff",
    "effects.projects[].deadlines[]": "diff",
    "effects.departments[]": "diff",
}
"""Lists of other documents than the report."""


def paths(value: Any, path: str = "") -> Iterator[str]:
    """The path of every field of a JSON document; `[]` is an entry of a list."""
    if isinstance(value, dict) and path not in _LEAVES:
        for key, item in value.items():
            inner = f"{path}.{key}" if path else key
            yield inner
            yield from paths(item, inner)
    elif isinstance(value, list):
        for item in value:
            yield from paths(item, f"{path}[]")


def documented(document: str) -> set[str]:
    """The paths that docs/json.md tells of, for `report`, `show`, `validate` or `rules`."""
    found = set()
    for row in rows("json.md", "字段"):
        section = row.heading.split("`")[1]
        if section.startswith("("):
            owner, _, inner = section[1:].partition(")")
            prefix = f"{inner.strip()}." if inner else ""
        else:
            owner, prefix = _LISTS.get(section, "report"), f"{section}."
        if owner == document:
            found.add(prefix + row.name)
    return found


def test_report_json_is_documented(tmp_path: Path, minsheng: Minsheng) -> None:
    plain: set[str] = set()
    compared: set[str] = set()
    for ledger in (ROOT, write_ledger(tmp_path, ledger_in("files.md"))):
        report = ("report", "--ledger", ledger, "--format", "json")
        found = minsheng(*report).json
        plain |= set(paths(found))
        first = f"{found['plan']['year']}-01"
        compared |= set(paths(minsheng(*report, "--compare", first).json))
    assert plain | compared == {path for path in documented("report") if ".as_of" not in f".{path}"}
    assert all(".compare" in f".{path}" for path in compared - plain)


def test_report_json_beside_a_revision_is_documented(tmp_path: Path, minsheng: Minsheng) -> None:
    report = ("report", "--ledger", kept(tmp_path).root, "--as-of", "HEAD~1", "--format", "json")
    found = {path for path in paths(minsheng(*report).json) if ".as_of" in f".{path}"}
    assert found == {path for path in documented("report") if ".as_of" in f".{path}"}


def test_show_json_is_documented(tmp_path: Path, minsheng: Minsheng) -> None:
    """What it has of its own is told apart; the plan and the project are the report's."""
    real: set[str] = set()
    for ledger in (ROOT, ROOT / "tests" / "ledgers" / "yunxi", write_ledger(tmp_path, ledger_in("files.md"))):
        for project in ("1", "2", "3"):
            real |= set(paths(minsheng("show", project, "--ledger", ledger, "--format", "json").json))
    report = documented("report")
    shared = {path for path in report if path.startswith("plan.")} | {
        path.replace("projects[]", "project", 1)
        for path in report
        if path.startswith("projects[].") and ".compare" not in path and ".as_of" not in path
    }
    assert real == documented("show") | shared


def test_diff_json_is_documented(tmp_path: Path, minsheng: Minsheng) -> None:
    county = Repository(tmp_path / "county")
    county.write(FILES)
    county.commit()
    county.write({"data/progress/housing.yaml": HOUSING + HOUSING_AUGUST})
    found = set(paths(minsheng("diff", "--format", "json", "--ledger", county.path).json))
    statuses = {path for path in found if path.startswith("effects.by_status[].")}
    assert found - statuses == documented("diff")
    assert {path.rpartition(".")[2] for path in statuses} == set(STATUS_WORDS)


SHARED = {"commit": "commit", "figure": "figure", "increment_from": "figure", "judged_on": "figure"}
SHARED |= {"pace_from": "figure", "sources[]": "source", "source": "source", "target_source": "source"}
SHARED |= {"opening_source": "source", "percent_source": "source"}
"""Fields that hold one of the objects that are described once."""
OPEN = (
    "stages[]",
    "required[]",
    "adjustments[]",
    "comparisons[]",
    "expected_step",
    "items",
    "project.deadlines[]",
)
"""Fields of which the document's row says what is in them."""


def gathered(value: Any, found: dict[str, set[str]], path: str = "", owner: str = "") -> None:
    """The paths of a document, those of the objects that are described once by the names of those."""
    entries = value.items() if isinstance(value, dict) else []
    for key, item in entries:
        inner = f"{path}.{key.replace('old', 'new')}" if path and key == "old" else f"{path}.{key}".strip(".")
        found.setdefault(owner, set()).add(f"{path}.{key}".strip("."))
        for each, name in (
            ((one, f"{inner}[]") for one in item) if isinstance(item, list) else [(item, inner)]
        ):
            last = name.rpartition(".")[2]
            if not name.endswith(OPEN):
                gathered(each, found, "" if last in SHARED else name, SHARED.get(last, owner))


def test_history_and_trace_json_are_documented(tmp_path: Path, minsheng: Minsheng) -> None:
    found: dict[str, set[str]] = {}
    for number, source in enumerate((ROOT / "data", ROOT / "tests" / "ledgers" / "yunxi" / "data")):
        county = Repository(tmp_path / str(number))
        shutil.copytree(source, county.path / "data")
        county.commit()
        for path in (county.path / "data" / "progress").iterdir():
            path.write_text("reports: [")
        history = minsheng("history", "1" if number else "8", "--format", "json", "--ledger", county.path)
        gathered(history.json, found, owner="history")
        county.git("checkout", "-q", ".")
        for project in ("1", "2", "3", "8"):
            for month in ("06", "12" if number == 0 else "11"):
                when = f"{2025 if number else 2023}-{month}"
                asked = ("trace", project, "--month", when, "--format", "json", "--ledger", county.path)
                traced = minsheng(*asked)
                if traced.code == 0:
                    gathered(traced.json, found, owner="trace")
    report = documented("report")
    shared = {path for path in report if path.startswith("plan.")}
    assert found["history"] == documented("history") | shared
    shared |= {
        path.removeprefix("projects[].").replace("projects[]", "project")
        if ".indicators" in path
        else path.replace("projects[]", "project")
        for path in report
        if path.startswith("projects[].")
    }
    assert documented("trace") <= found["trace"] <= documented("trace") | shared
    for name in ("commit", "figure", "source"):
        assert found[name] == documented(name), name


def test_validate_json_is_documented(tmp_path: Path, minsheng: Minsheng) -> None:
    root = write_ledger(tmp_path, {"projects.yaml": "plan: 1套\r\n"})
    validate = ("validate", "--ledger", root, "--format", "json")
    plain = set(paths(minsheng(*validate).json))
    mending = set(paths(minsheng(*validate, "--fix", "--dry-run").json))
    Repository(tmp_path).commit()
    compared = set(paths(minsheng(*validate, "--base", "main").json))
    assert plain | mending | compared == documented("validate")
    assert {path.split("[")[0] for path in mending - plain} == {"dry_run", "fixed"}
    assert compared - plain == {"base.revision", "base.commit"}


@pytest.mark.parametrize("arguments", [("rules",), ("explain", "M401")], ids=lambda given: str(given[0]))
def test_rules_json_is_documented(arguments: tuple[str, ...], minsheng: Minsheng) -> None:
    assert set(paths(minsheng(*arguments, "--format", "json").json)) == documented("rules")


# ---- architecture


def layers() -> dict[str, int]:
    """Each top module or package with its layer's number."""
    found = {"__init__": 1}
    for row in rows("architecture.md", "层"):
        for module in row.cells[1].split("、"):
            found[module.strip("`")] = int(row.cells[0])
    return found


def test_every_module_has_a_layer() -> None:
    here = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert here == set(layers())


def test_imports_go_one_way() -> None:
    order = layers()
    upward = []
    for path in sorted(SOURCE.rglob("*.py")):
        own = order[path.relative_to(SOURCE).parts[0].removesuffix(".py")]
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "minsheng_cli":
                parts = (node.module or "").split(".")
                used = parts[1:2] or [alias.name for alias in node.names if alias.name in order]
                upward += [f"{path}:{node.lineno}" for name in used if order[name] > own]
    assert not upward


def test_files_named_in_the_architecture_exist() -> None:
    for row in rows("architecture.md", "文件"):
        for name in row.cells[0].split("、"):
            assert (SOURCE / name.strip("`")).exists(), name


# ---- all documents


@pytest.mark.parametrize(
    "name", [*(f"docs/{path.name}" for path in sorted(DOCS.glob("*.md"))), "CONTRIBUTING.md"]
)
def test_codes_exist(name: str) -> None:
    known = {rule.code for rule in catalogue()}
    assert set(re.findall(r"\bM[0-9]{3}\b", (ROOT / name).read_text("utf-8"))) <= known
