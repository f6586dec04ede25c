"""What `explain` says of each rule is true: its examples are lines of a broken ledger and of its mended one."""

from __future__ import annotations

from pathlib import Path

import pytest

from minsheng_cli.finding import Explained
from minsheng_cli.rules.catalogue import Rule, catalogue
from tests.test_cases import BASE, FOLDERS, text_of

_IN_WORDS = {f"M{code}" for code in (101, 102, 103, 105, 119, 120, 121, 122, 123, 124, 125, 126, 128, 129)}
"""Rules on what no line can show: bytes, invisible characters, whole files."""
MOST_LINES = 8


def lines_of_files(*roots: Path) -> list[list[str]]:
    """The lines of every file; of the same file in two roots the one in the first."""
    files: dict[str, Path] = {}
    for root in reversed(roots):
        files |= {path.relative_to(root).as_posix(): path for path in root.rglob("*.y*ml")}
    return [text_of(path) for path in files.values()]


def stands_in(example: str, lines: list[str]) -> bool:
    """Whether the example's lines follow each other there, all indented by the same further spaces."""
    wanted = example.split("\n")
    for start in range(len(lines) - len(wanted) + 1):
        found = lines[start : start + len(wanted)]
        margin = found[0][: len(found[0]) - len(wanted[0])]
        if not margin.strip(" -") and found == [
            _indented(margin, line, first=not n) for n, line in enumerate(wanted)
        ]:
            return True
    return any(example in line for line in lines) if len(wanted) == 1 else False


def _indented(margin: str, line: str, *, first: bool) -> str:
    return (margin if first else " " * len(margin)) + line if line else line


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: str(rule.code))
def test_explanation_is_whole(rule: Rule) -> None:
    told: Explained = rule.explained
    for sentence in (told.why, told.mend):
        assert "\n" not in sentence
        assert sentence.endswith("。")
        assert not sentence.isascii()
    assert told.title
    assert told.bad != told.good
    for example in (told.bad, told.good):
        assert example == example.strip("\n")
        assert example
        assert len(example.split("\n")) <= MOST_LINES
        assert not example.startswith("（") or rule.code in _IN_WORDS


@pytest.mark.parametrize(
    "rule", [rule for rule in catalogue() if rule.code not in _IN_WORDS], ids=lambda rule: str(rule.code)
)
def test_examples_are_what_a_case_shows(rule: Rule) -> None:
    """One case of the rule has the bad lines where it is broken and the good ones where it is mended."""
    told = rule.explained
    assert any(
        any(stands_in(told.bad, lines) for lines in lines_of_files(folder / "broken"))
        and any(stands_in(told.good, lines) for lines in lines_of_files(folder / "mended", BASE))
        for folder in FOLDERS
        if folder.name.startswith(rule.code)
    )
