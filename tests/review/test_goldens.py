"""Whole outputs of history and trace in real repositories, one file each beside this one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.conftest import ROOT, Minsheng
from tests.golden.test_golden import YUNXI, TextFile
from tests.review.kept import Kept
from tests.review.test_history import AUGUST, HEALTH, HOUSING, JULY, PLAN, month, progress

SEPTEMBER = "2023-09"


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Two departments on branches, a correction, a broken version, an adjusted target, and something not committed."""
    kept = Kept(tmp_path_factory.mktemp("year"))
    july = month(JULY, units=206, handed=40, park="开工", parks="[north]")
    kept.keep(
        "建立台账",
        {"projects.yaml": PLAN, HOUSING: progress(july), HEALTH: progress(department="health")},
        author="王芳",
    )
    kept.branch("housing")
    august = month(
        AUGUST,
        units="{done: 230, note: 含上月补报12套}",
        handed=44,
        park="{stage: 竣工}",
        parks="[south, north]",
    )
    kept.keep("住建局8月月报", {HOUSING: progress(july, august)}, author="李强")
    kept.branch("health", "main")
    told = month(AUGUST, tests="{done: 120, eligible: 126}")
    kept.keep("卫健局8月月报", {HEALTH: progress(told, department="health")}, author="赵敏")
    kept.checkout("main")
    kept.merge("housing", "health")
    kept.keep("改得不完整", {HOUSING: "department: housing\nreports: [\n"}, author="李强")
    lower = august.replace(
        "230, note: 含上月补报12套", "222, revision: 与施工许可证核对，核减8套, note: 含上月补报12套"
    )
    adjusted = PLAN.replace(
        "target: 100, unit: 套",
        "target: 100, unit: 套, adjustments: [{date: 2023-08-01, target: 96, reason: 一栋改作安置办公用房, document: 某政字〔2023〕18号}]",
    )
    kept.keep("更正8月，调整目标", {"projects.yaml": adjusted, HOUSING: progress(july, lower)}, author="王芳")
    kept.put(
        {HOUSING: progress(july, lower, month(SEPTEMBER, units=250, handed=50, park="竣工", parks="[north]"))}
    )
    return kept


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Kept]:
    """The ledgers that come along, each committed by its keeper."""
    found = {}
    for name, root in (("county", ROOT), ("yunxi", YUNXI)):
        kept = found[name] = Kept(tmp_path_factory.mktemp(name))
        shutil.copytree(root / "data", kept.root / "data")
        kept.keep("建立台账", author="王芳")
    return found


HISTORIES = {
    "project": ("", ["1"]),
    "project-60": ("60", ["1"]),
    "one-month": ("", ["1", "--month", AUGUST]),
    "coverage": ("", ["产前"]),
    "coloured": ("80", ["新开工", "--color", "always"]),
    "json": ("", ["新开工", "--format", "json"]),
    "nothing-reported": ("", ["产前筛查", "--month", "2023-03"]),
}
TRACES = {
    "milestone-and-part": ("county", "", ["3", "--month", "2023-08"]),
    "total-and-coverage": ("county", "", ["8", "--month", "2023-08"]),
    "default-and-scale": ("yunxi", "", ["1", "--month", "2025-07"]),
    "adjusted-80": ("yunxi", "80", ["受益人口", "--month", "2025-09"]),
    "trend-and-opening": ("yunxi", "", ["3", "--month", "2025-07"]),
    "passed": ("county", "", ["5", "--month", "2023-12"]),
    "nothing-yet": ("county", "", ["5", "--month", "2023-01"]),
    "several-weights": ("county", "", ["6", "--month", "2023-10"]),
    "json": ("county", "", ["新开工", "--month", "2023-08", "--format", "json"]),
    "coloured": ("county", "60", ["户厕改造提升", "--month", "2023-10", "--color", "always"]),
}


@pytest.mark.parametrize("name", HISTORIES)
def test_history(
    name: str, year: Kept, minsheng: Minsheng, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns, options = HISTORIES[name]
    monkeypatch.setenv("COLUMNS", columns)
    result = minsheng("history", *options, "--ledger", year.ledger)
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot(extension_class=TextFile, name=name)


@pytest.mark.parametrize("name", TRACES)
def test_trace(
    name: str,
    counties: dict[str, Kept],
    minsheng: Minsheng,
    snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ledger, columns, options = TRACES[name]
    monkeypatch.setenv("COLUMNS", columns)
    result = minsheng("trace", *options, "--ledger", counties[ledger].ledger)
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot(extension_class=TextFile, name=name)


def test_written_to_a_file(year: Kept, tmp_path: Path, minsheng: Minsheng) -> None:
    for command, options in (("history", ()), ("trace", ("--allow-invalid",))):
        shown = minsheng(command, "新开工", *options, "--ledger", year.ledger, "--format", "json").out
        file = tmp_path / f"{command}.json"
        written = minsheng(command, "新开工", *options, "--ledger", year.ledger, "--output", file)
        assert (written.code, written.out, file.read_text("utf-8")) == (0, "", shown)
        assert "已写入" in written.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("history", "1", "--month", "8月"), "月份“8月”写法不对"),
        (("trace", "1", "--month", "2030-01"), "2030-01 不在计划期内"),
        (("history", "1", "--format", "xml"), "--format 不能是“xml”"),
        (("trace", "1", "--color", "red"), "--color 不能是“red”"),
        (("trace", "没有"), "没有“没有”这个项目或指标"),
    ],
)
def test_wrong_usage(
    counties: dict[str, Kept], options: tuple[str, ...], said: str, minsheng: Minsheng
) -> None:
    result = minsheng(*options, "--ledger", counties["county"].ledger)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
