"""Bytes to text: settles the encoding, and names what Windows editors leave behind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from minsheng_cli.finding import LINE_END, Misfit, Position
from minsheng_cli.patterns import pattern
from minsheng_cli.source.encoding import recognise
from minsheng_cli.source.folder import CLOSED

_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_MERGE = pattern(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
MAX_CONTROL = 20
"""A file with more of them is no text at all; naming so many is enough."""
_STARTS = (
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
)
"""How files begin that are no text."""


class Decoded(NamedTuple):
    """A file's text, and what was met on the way to it."""

    text: str | None
    """The text to read on in; None where there is none, or where it cannot be trusted."""
    seen: str | None
    """The text to show to people, as far as there is any."""
    misfits: list[Misfit]
    certain: bool
    """Whether `seen` is surely what was typed."""


def decode(path: str, data: bytes) -> Decoded:
    """Decode strictly; text in another encoding is read for the sake of further findings, and said so."""
    if (kind := _other_kind(data)) is not None:
        return Decoded(None, None, [Misfit("file", "not-text", path, Position(1, 1), {"of": kind})], False)
    found = recognise(data)
    misfits: list[Misfit] = []
    if found.mark:
        misfits.append(Misfit("file", "byte-order-mark", path, Position(1, 1), {}))
    if found.doubt is not None:
        shown = found.before if found.text is None else found.text
        about = {
            "encoding": found.name,
            "sign": "" if found.text is None else found.text[found.doubt : found.doubt + 1],
            "byte": found.byte,
            "mixed": "mixed" if found.mixed else "",
        }
        misfits.append(Misfit("file", "not-utf8", path, _Places(shown).of(found.doubt), about))
    text = _finish(path, found.text, misfits)
    return Decoded(text, found.text, misfits, found.certain)


def _other_kind(data: bytes) -> str | None:
    """What kind of file it is that is no text; None for what may be one."""
    known = next((kind for start, kind in _STARTS if data.startswith(start)), None)
    if known is None and data.count(0) > MAX_CONTROL and recognise(data).name == "":
        return ""
    return known


def empty(path: str) -> Misfit:
    """A file that says nothing: the record of closed months is not to be thrown away, as another may be."""
    return Misfit("file", "empty-file", path, Position(1, 1), {"closed": "closed" if path == CLOSED else ""})


def _finish(path: str, text: str | None, misfits: list[Misfit]) -> str | None:
    """The checks that need nothing but the text and must come before the YAML parser's own words."""
    if text is None:
        return None
    if not text.strip():
        misfits.append(empty(path))
        return None
    broken = False
    place = _Places(text)
    if "\r" in text:
        found = re.search(r"\r(?!\n)", text)
        kind = "lone-cr" if found else "crlf"
        at = place.of(found.start() if found else text.index("\r"))
        misfits.append(Misfit("file", kind, path, at, {}))
    for start in _conflicts(text):
        about = {"marker": text[start : start + 7]}
        misfits.append(Misfit("file", "merge-conflict", path, place.of(start), about))
        broken = True
    for found in islice(_CONTROL.finditer(text), MAX_CONTROL):
        about = {"code": f"U+{ord(found[0]):04X}"}
        misfits.append(Misfit("file", "control-character", path, place.of(found.start()), about))
        broken = True
    return None if broken else text


def _conflicts(text: str) -> Iterator[int]:
    """Where a merge conflict begins: its first marker line, or a later one left alone."""
    inside = False
    for found in _MERGE.finditer(text):
        sign = found[0][0]
        if sign == "<" or not inside:
            yield found.start()
        inside = sign != ">"


class _Places:
    """Turns offsets into places; a text's lines are counted once, and only if somebody asks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []

    def of(self, offset: int) -> Position:
        """The place of the character at `offset`."""
        if not self._starts:
            self._starts = [0, *(found.end() for found in LINE_END.finditer(self._text))]
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)
