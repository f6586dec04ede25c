"""A line that begins in the wrong place, found by trying: only what leaves nothing wrong around it is said.

YAML stumbles over such a line late or not at all, and what it then says, or the models say, is not the cause.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

from minsheng_cli.finding import LINE_END, Misfit, Position
from minsheng_cli.model.document import Document
from minsheng_cli.source.indent import LARGEST, Step
from minsheng_cli.source.nodes import MappingNode, SequenceNode
from minsheng_cli.source.saying import OUT_OF_STEP
from minsheng_cli.source.tries import lines_around, said, tries, with_step
from minsheng_cli.terms import KEY_NAMES

Read = Callable[[str], Document]
"""Reads another text of the same file."""

_FORM = frozenset(("unknown-key", "missing-key", "wrong-shape", "empty-value"))
_STRAYS = _FORM - {"empty-value"}
_OF_IDS = frozenset(("figures", "schedule", "areas", "departments"))
_LAYOUT = (
    "step move",
    "step dash",
    "step undash",
    "left out",
    "first dash",
    *OUT_OF_STEP,
)
"""What is said of a text that is no YAML where a line may begin in the wrong place."""
_ENOUGH = 120_000
"""Characters read for one file: somebody waits for it."""
_MOST_TRIED = 24
_OF_A_DASH = 2
"""Values that are fewer without a dash; where more are missing, lines have become part of a text."""
_MOST_PLACES = 3
_BEFORE, _AFTER = 12, 25
"""Lines around the stumble in which nothing may be wrong once the step is taken."""
_MOST_KNOWN, _MOST_MET = 64, 200
"""Texts of which it is remembered what was found in them, and misfits in such a text: both take room."""
_known: dict[tuple[object, ...], Misfit | None] = {}
"""What was found in which text, the latest ones: --fix and what is tried for it read a ledger again and again."""


def misplaced(document: Document, stumble: Position | None, read: Read) -> Misfit | None:
    """The line that does not begin where it should, if one step leaves nothing wrong around it."""
    if len(document.misfits) > _MOST_MET:
        return _misplaced(document, stumble, read)
    met = tuple((misfit.kind, misfit.at) for misfit in document.misfits)
    asked = (document.path, document.text, document.root is None, stumble, met)
    if asked not in _known:
        while len(_known) >= _MOST_KNOWN:
            del _known[next(iter(_known))]
        _known[asked] = _misplaced(document, stumble, read)
    return _known[asked]


def _misplaced(document: Document, stumble: Position | None, read: Read) -> Misfit | None:
    text = document.text
    if text is None or len(text) > LARGEST or not document.misfits:
        return None
    if document.root is None:
        last = document.misfits[-1]
        if last.kind != "yaml-syntax" or not any(each in last.about["problem"] for each in _LAYOUT):
            return None
        places = [each for each in (stumble, last.at) if each is not None]
    else:
        places = [misfit.at for misfit in document.misfits if misfit.kind in _FORM][:_MOST_PLACES]
        if not places:
            return None
    lines = LINE_END.split(text)
    numbers = list(dict.fromkeys(at.line for at in places))
    before = {(misfit.kind, misfit.at.line) for misfit in document.misfits}
    left = _ENOUGH
    for step in islice(tries(lines, lines_around(lines, numbers)), _MOST_TRIED):
        if document.root is not None and not _surer(document, lines, step):
            continue
        left -= len(text)
        if left < 0:
            break
        other = read(with_step(lines, step))
        swallowed = document.root is not None and other.size < document.size - _OF_A_DASH
        if other.root is None or swallowed or _took_in(other.root):
            continue
        near = range(min(*numbers, step.line) - _BEFORE, max(numbers) + _AFTER)
        wrong = [each for each in other.misfits if document.root is not None or each.at.line in near]
        kept = {(each.kind, each.at.line) for each in wrong}
        if not kept if document.root is None else kept < before and kept.isdisjoint(_form(document)):
            return said(document.path, lines, step)
    return None


def _surer(document: Document, lines: Sequence[str], step: Step) -> bool:
    """Whether the step may be said where YAML reads on: one thing that is said alone mostly knows its own mend.

    But the models cannot know that a name of theirs, or a line at the margin, was to stand further in.
    """
    wrong = [each for each in document.misfits if each.kind in _FORM or each.kind == "duplicate-key"]
    if len(wrong) > 1:
        return any(each.kind in _STRAYS for each in wrong)
    name = lines[step.line - 1].lstrip(" -").partition(":")[0]
    return step.how == "move" and (name in KEY_NAMES or wrong[0].at.column == 1)


def _took_in(node: Any) -> bool:
    """Whether among ids, which may be any, there is a name of the files' own: a line that went astray."""
    if isinstance(node, SequenceNode):
        return any(_took_in(item) for item in node.items)
    if not isinstance(node, MappingNode):
        return False
    for name, value in node.values.items():
        if name in _OF_IDS and isinstance(value, MappingNode) and not KEY_NAMES.keys().isdisjoint(value.keys):
            return True
        if _took_in(value):
            return True
    return False


def _form(document: Document) -> set[tuple[str, int]]:
    """The misfits that a line in the wrong place explains."""
    return {(each.kind, each.at.line) for each in document.misfits if each.kind in _FORM}
