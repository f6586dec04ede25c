"""Whole outputs of `report --as-of` beside a revision in which nearly everything was another."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.as_of_ledger import kept
from tests.conftest import Minsheng
from tests.golden.test_golden import BytesFile, TextFile

CASES = {
    **{
        f"as-of-{name}-{by}": ("", ["--by", by, "--format", name])
        for by in ("project", "indicator", "department", "area")
        for name in ("table", "markdown", "csv")
    },
    "as-of-json": ("", ["--format", "json"]),
    "as-of-80": ("80", []),
    "as-of-40": ("40", ["--status", "正常"]),
    "as-of-colour": ("80", ["--color", "always"]),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept(tmp_path_factory.mktemp("as-of")).root


@pytest.mark.parametrize("name", CASES)
def test_output(
    name: str, ledger: Path, minsheng: Minsheng, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns, options = CASES[name]
    if columns:
        monkeypatch.setenv("COLUMNS", columns)
    result = minsheng("report", "--ledger", ledger, "--as-of", "2025-07-10", *options)
    assert (result.code, result.err) == (0, "")
    if "csv" in options:
        assert result.out.encode() == snapshot(name=name, extension_class=BytesFile)
    else:
        assert result.out == snapshot(name=name, extension_class=TextFile)
