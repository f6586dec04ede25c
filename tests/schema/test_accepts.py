"""What validate takes the schema takes: every file shipped, shown in a document, or mended in a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from minsheng_cli.rules.catalogue import catalogue
from tests.conftest import ROOT
from tests.schema.checking import checked, name_of
from tests.test_cases import BASE, FOLDERS
from tests.test_docs import ledger_in
from tests.test_readme import LEDGER

SHIPPED = sorted(
    [*(ROOT / "data").rglob("*.yaml"), *(ROOT / "tests" / "ledgers").rglob("*.yaml"), *BASE.rglob("*.yaml")]
)
SHOWN = {
    **{f"README.md/{name}": text for name, text in LEDGER.items()},
    **{f"files.md/{name}": text for name, text in ledger_in("files.md").items() if name != "closed.yaml"},
}
MENDED = [
    path
    for folder in FOLDERS
    for path in sorted((folder / "mended").rglob("*.yaml"))
    if path.name != "closed.yaml"
]
"""What people write; what has been closed the program writes itself, and no schema tells of it."""


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_shipped(path: Path) -> None:
    assert checked(name_of(path.name), path.read_text("utf-8")) == []


@pytest.mark.parametrize("name", SHOWN)
def test_shown_in_documents(name: str) -> None:
    assert checked(name_of(name), SHOWN[name]) == []


def test_mended_cases() -> None:
    refused = {
        path: found for path in MENDED if (found := checked(name_of(path.name), path.read_text("utf-8")))
    }
    assert len(MENDED) > 150
    assert refused == {}


def test_good_examples_that_are_whole_files() -> None:
    whole = [
        rule.explained.good
        for rule in catalogue()
        if rule.explained.good.startswith(("plan:", "department:"))
    ]
    assert whole
    for text in whole:
        name = "plan" if text.startswith("plan:") else "progress"
        missing = {"required"}  # an example may stop short of the whole
        assert {error.validator for error in checked(name, text)} <= missing
