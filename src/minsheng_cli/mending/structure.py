"""Mends of what keeps a file from being read as it was meant: full-width signs, tabs and spaces in the indent."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from typing import NamedTuple

from minsheng_cli.mending.change import differing
from minsheng_cli.mending.indents import lead_of, lines_moved_with, mend_indent
from minsheng_cli.mending.reading import ENOUGH, MISPLACED, Exhausted, Reader
from minsheng_cli.mending.signs import begin_something, mend_all_signs, mend_one_sign, put_signs

_BESIDE = 3
_SIGNS_IN_A_LINE = 4
"""One sign may hide the next; a line that still cannot be read then is left alone."""


def _sign_and_indent(reader: Reader, text: str) -> str | None:
    """The text with lines moved that fit nowhere unless their signs are put right as well."""
    stumble = reader.parse(text).stumble
    group = lines_moved_with(text, stumble.line) if stumble is not None else range(0)
    for _ in range(_SIGNS_IN_A_LINE if group else 0):
        signed = put_signs(reader, text, group)
        if signed == text:
            break
        if (moved := mend_indent(reader, signed)) is not None:
            return moved
        text = signed
    return _neighbours_too(reader, text, group) if group else None


def _neighbours_too(reader: Reader, text: str, group: range) -> str | None:
    """The text with lines moved that the signs of the lines beside them keep from fitting."""
    beside = range(max(1, group[0] - _BESIDE), group[-1] + _BESIDE + 1)
    signed = put_signs(reader, text, beside)
    moved = mend_indent(reader, signed) if signed != text else None
    others = set(beside) - set(group)
    return moved if moved is not None and begin_something(reader, text, moved, others) else None


_STEPS = (mend_all_signs, mend_indent, mend_one_sign, _sign_and_indent)
"""In the order in which they are tried; after each that helps, all are tried again."""


class Restored(NamedTuple):
    """A text with its mends, the lines changed by each kind of mend, and how many characters were read for it."""

    text: str
    lines: dict[str, set[int]]
    read: int


def restore(path: str, text: str, known: Collection[str] | None, enough: int = ENOUGH) -> Restored:
    """The text with every mend of its structure that is proven; what was proven stays when reading ends.

    `known` are the plan's indicators where they are known, `enough` how many characters may be read.
    """
    reader = Reader(path, known, enough // 2)
    better = _restored(reader, text)
    read = reader.read
    if reader.guessed and not _borne_out(path, better, known):
        reader = Reader(path, known, enough - read, bold=False)
        better = _restored(reader, text)
        read += reader.read
    return Restored(better, _kinds(text, better), read)


def _borne_out(path: str, text: str, known: Collection[str] | None) -> bool:
    """Whether the whole text can be read, and has everything where it belongs."""
    reader = Reader(path, known)
    root = reader.parse(text).root
    misplaced = any(misfit.kind in MISPLACED for misfit in reader.misfits(text))
    return root is not None and not misplaced and not any(reader.strangers(root))


def _restored(reader: Reader, text: str) -> str:
    """The text after all mends that help."""
    with suppress(Exhausted):
        while (better := _step(reader, text)) is not None:
            text = better
    return text


def _step(reader: Reader, text: str) -> str | None:
    """The text after the first mend that helps."""
    found = (step(reader, text) for step in _STEPS)
    return next((better for better in found if better is not None and better != text), None)


def _kinds(before: str, after: str) -> dict[str, set[int]]:
    """The lines whose lead was odd, and those whose own text is another one."""
    changed = differing(before, after)
    old, new = before.split("\n"), after.split("\n")
    leads = {number: (lead_of(old[number - 1]), lead_of(new[number - 1])) for number in changed}
    return {
        "indent": {number for number, (was, now) in leads.items() if was.odd and not now.odd},
        "sign": {number for number, (was, now) in leads.items() if was.rest != now.rest},
    }
