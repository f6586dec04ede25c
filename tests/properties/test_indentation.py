"""Every line of a ledger one or two spaces off: doing what the one hint says gives the original back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Minsheng, write_ledger
from tests.hands import Hands
from tests.test_mends import acts, findings

YUNXI = ROOT / "tests" / "ledgers" / "yunxi" / "data"


def off(lines: list[str], every: int) -> Iterator[list[str]]:
    """The lines with one of them moved, every so many."""
    for index, line in list(enumerate(lines))[::every]:
        spaces = len(line) - len(line.lstrip(" "))
        if line.strip() and not line.lstrip().startswith("#"):
            for shift in (-2, -1, 1, 2):
                if spaces + shift >= 0:
                    yield [*lines[:index], " " * (spaces + shift) + line.lstrip(" "), *lines[index + 1 :]]


@pytest.mark.parametrize(
    ("name", "every"),
    [
        pytest.param("projects.yaml", 7, marks=pytest.mark.long),
        pytest.param("progress/water.yaml", 1, marks=pytest.mark.long),
        pytest.param("progress/gov-office.yaml", 1, marks=pytest.mark.long),
        ("progress/education.yaml", 4),
        pytest.param("progress/education.yaml", 1, marks=pytest.mark.long),
    ],
)
def test_a_line_out_of_step_comes_back(name: str, every: int, tmp_path: Path, minsheng: Minsheng) -> None:
    files = {each: (YUNXI / each).read_text("utf-8") for each in {"projects.yaml", name}}
    root = write_ledger(tmp_path, files)
    path, right = root / "data" / name, files[name]
    before = {each.same for each in findings(minsheng, root)}
    failed: list[str] = []
    for lines in off(right.split("\n"), every):
        path.write_text("\n".join(lines), "utf-8")
        new = [each for each in findings(minsheng, root) if each.same not in before]
        if not new:
            assert minsheng("validate", "--ledger", root).code == 0  # YAML reads the same
            continue
        if len(new) == 1 and (act := next(acts(new[0].hint), None)):
            act(Hands(root, new[0].place, new[0].message))
        if path.read_text("utf-8") != right:
            failed.append(f"{new[0].place.line}: {new[0].hint}")
    assert not failed
