"""The mend of every rule is proven: doing what the hint says, word by word, makes its case clean.

A hint is read clause by clause. DONE (tests/hint_forms.py) lists the forms of clause that say what to do, with the act (tests/hands.py)
that does exactly this; a hint may offer several such acts, and each is tried on a copy of its own. ASKED lists
the forms that leave it to a person, with the reason; there the case's `mended/` is the proof (test_cases.py).
A clause of neither list fails: nobody invents a form of hint that no test has done.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.compared import validate
from tests.conftest import Minsheng
from tests.hands import Hands
from tests.hint_forms import ASKED, CHOSEN, DONE, ENDS, Act
from tests.test_cases import BUILT, FOLDERS, SOME_FOLDERS, Place, older_of, overlay, places

_HIDES = {
    f"M{code}"
    for code in (101, 103, 104, 105, 106, 107, 108, 109, 110, 112, 113, 115, 116, 117, 118, 127, 131)
}
"""Mistakes that keep the rest of a file from being read: what comes to light after them was there before."""


def _beginnings(folder: Path) -> set[str]:
    """How the hints of a case begin, whatever is named in them."""
    hints = (folder / "expected.txt").read_text("utf-8").splitlines()[1::2]
    return {re.sub(r"“[^”]*”|[!-~]+", "", hint).strip()[:8] for hint in hints}


def _one_of_each() -> Iterator[object]:
    """Every case, by default only those with a hint that begins as none before."""
    seen: set[str] = set()
    for folder in FOLDERS:
        new = _beginnings(folder) - seen
        seen |= new
        yield pytest.param(folder, id=folder.name, marks=() if new else (pytest.mark.long,))


class Told(NamedTuple):
    """One finding as printed."""

    place: Place
    message: str
    hint: str

    @property
    def same(self) -> tuple[str, str, str]:
        """What makes it the same finding when lines have moved."""
        return self.place.code, self.place.file, re.sub(r"第[0-9]+行|还有[0-9,]+处", "", self.message)


def told(text: str) -> list[Told]:
    """The findings in what validate printed."""
    lines = text.splitlines()
    pairs = zip(places(text), lines[::2], lines[1::2], strict=True)
    return [Told(place, line.split(" ", 3)[3], hint.strip()) for place, line, hint in pairs]


def acts(hint: str) -> Iterator[Callable[[Hands], object]]:
    """Everything that a hint says one can do; AssertionError for words that nobody knows."""
    for pattern, act in ENDS:
        if found := re.fullmatch(pattern, hint):
            yield _bound(act, found)
            hint = hint[: found.start(1)]
            hint = hint.rpartition("；")[0]
            break
    for clause in hint.split("；") if hint else []:
        for pattern, act in DONE:
            if found := re.fullmatch(pattern, clause):
                yield _bound(act, found)
                break
        else:
            assert any(re.fullmatch(pattern, clause) for pattern, _ in ASKED), f"a new form of hint: {clause}"


def _bound(act: Act, found: re.Match[str]) -> Callable[[Hands], object]:
    return lambda hands: act(hands, *found.groups())


def findings(minsheng: Minsheng, root: Path, older: Path | None = None) -> list[Told]:
    return told(validate(minsheng, root, older).out)


@pytest.mark.parametrize("folder", list(_one_of_each()))
def test_each_hint_does_away_with_its_finding(folder: Path, tmp_path: Path, minsheng: Minsheng) -> None:
    broken, older = overlay(tmp_path / "broken", folder / "broken"), older_of(folder, tmp_path)
    before = findings(minsheng, broken, older)
    for number, finding in enumerate(before):
        for way, act in enumerate(acts(finding.hint)):
            root = tmp_path / f"{number}-{way}"
            shutil.copytree(broken, root)
            act(Hands(root, finding.place, finding.message))
            after = findings(minsheng, root, older)
            assert _times(finding, after) < _times(finding, before), finding.hint
            new = Counter(each.same for each in after) - Counter(each.same for each in before)
            if finding.place.code in _HIDES:
                _all_can_be_done(root, older, minsheng, _allowed(finding.hint))
            else:
                assert {code for code, *_ in new} <= _allowed(finding.hint), (finding.hint, new)


def _times(finding: Told, found: list[Told]) -> int:
    """How often it is said, with what is only counted (M130)."""
    listed = Counter(each.same for each in found)[finding.same]
    counted = (re.search(rf"{finding.place.code}还有([0-9,]+)处", each.message) for each in found)
    return listed + sum(int(more[1].replace(",", "")) for more in counted if more)


def _allowed(hint: str) -> set[str]:
    """What may be said after it that was not said before."""
    return {code for pattern, codes, _ in CHOSEN if re.search(pattern, hint) for code in codes}


def _all_can_be_done(root: Path, older: Path | None, minsheng: Minsheng, true: set[str]) -> None:
    """Doing the hints one after another ends with a clean ledger, or at a person's decision."""
    for _ in range(24):
        found = findings(minsheng, root, older)
        doable = [(each, act) for each in found for act in list(acts(each.hint))[:1]]
        if not doable:
            assert {each.place.code for each in found} <= true, [each.hint for each in found]
            return
        each, act = doable[0]
        act(Hands(root, each.place, each.message))
    raise AssertionError("the hints lead nowhere")


@pytest.mark.parametrize("folder", SOME_FOLDERS)
def test_doing_all_hints_makes_the_case_clean(folder: Path, tmp_path: Path, minsheng: Minsheng) -> None:
    root, older = overlay(tmp_path / "ledger", folder / "broken"), older_of(folder, tmp_path)
    found = findings(minsheng, root, older)
    if all(list(acts(each.hint)) for each in found):
        _all_can_be_done(root, older, minsheng, set().union(*(_allowed(each.hint) for each in found)))


def test_hints_of_what_cannot_lie_in_git() -> None:
    for _, _, expected in BUILT:
        for each in told(expected):
            assert not list(acts(each.hint))


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_what_is_to_be_typed_is_executed(folder: Path) -> None:
    """A hint that ends with a text to type, or has one among its choices, is never left to a person alone."""
    for each in told((folder / "expected.txt").read_text("utf-8")):
        if re.search(r"(?:写成|改成)[：: ]", each.hint):
            assert list(acts(each.hint)), each.hint


def test_no_form_is_without_a_hint() -> None:
    """What the tables list is really said, so that they stay as short as the hints are."""
    printed = [(folder / "expected.txt").read_text("utf-8") for folder in FOLDERS]
    hints = [each.hint for text in (*printed, *(text for _, _, text in BUILT)) for each in told(text)]
    clauses = {clause for hint in hints for clause in hint.split("；")} | set(hints)
    for pattern, _ in (*ENDS, *DONE, *ASKED):
        assert any(re.fullmatch(pattern, clause) for clause in clauses), pattern
    for pattern, _, _ in CHOSEN:
        assert any(re.search(pattern, hint) for hint in hints), pattern
