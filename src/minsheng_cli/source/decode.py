"""Bytes to text: settles the encoding, and names what Windows editors leave behind."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from minsheng_cli.finding import Misfit, Position

_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_MERGE = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
MAX_CONTROL = 20
"""A file with more of them is no text at all; naming so many is enough."""
_LINE_END = re.compile(r"\r\n|\n|\r")


class Decoded(NamedTuple):
    """The file's text, if it has one, and what was met on the way to it."""

    text: str | None
    misfits: list[Misfit]


def decode(path: str, data: bytes) -> Decoded:
    """Decode strictly; text in another encoding is read for the sake of further findings, and said so."""
    misfits: list[Misfit] = []

    def met(kind: str, at: Position, **about: str) -> None:
        misfits.append(Misfit("file", kind, path, at, about))

    text: str | None
    if data.startswith(codecs.BOM_UTF8):
        met("byte-order-mark", Position(1, 1))
        data = data[3:]
    for mark, encoding in _UTF16:
        if data.startswith(mark):
            met("not-utf8", Position(1, 1), encoding="UTF-16（记事本里叫“Unicode”）")
            return _finish(path, _try(data[2:], encoding), misfits)
    if b"\x00" in data[:64]:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _try(data, encoding)
            if text is not None and "\x00" not in text:
                met("not-utf8", Position(1, 1), encoding="UTF-16（记事本里叫“Unicode”）")
                return _finish(path, text, misfits)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        at = _place(data[: problem.start].decode("utf-8"))
        text = _try(data, "gb18030")
        met("not-utf8", at, encoding="GBK（记事本里叫“ANSI”）" if text is not None else "")
    return _finish(path, text, misfits)


def _finish(path: str, text: str | None, misfits: list[Misfit]) -> Decoded:
    """The checks that need nothing but the text and must come before the YAML parser's own words."""
    if text is None:
        return Decoded(None, misfits)
    if not text.strip():
        misfits.append(Misfit("file", "empty-file", path, Position(1, 1), {}))
        return Decoded(None, misfits)
    broken = False
    if "\r" in text:
        found = re.search(r"\r(?!\n)", text)
        kind = "lone-cr" if found else "crlf"
        at = _place(text[: found.start()] if found else text[: text.index("\r")])
        misfits.append(Misfit("file", kind, path, at, {}))
    for start in _conflicts(text):
        about = {"marker": text[start : start + 7]}
        misfits.append(Misfit("file", "merge-conflict", path, _place(text[:start]), about))
        broken = True
    for found in islice(_CONTROL.finditer(text), MAX_CONTROL):
        about = {"code": f"U+{ord(found[0]):04X}"}
        misfits.append(Misfit("file", "control-character", path, _place(text[: found.start()]), about))
        broken = True
    return Decoded(None if broken else text, misfits)


def _conflicts(text: str) -> Iterator[int]:
    """Where a merge conflict begins: its first marker line, or a later one left alone."""
    inside = False
    for found in _MERGE.finditer(text):
        sign = found[0][0]
        if sign == "<" or not inside:
            yield found.start()
        inside = sign != ">"


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _place(before: str) -> Position:
    """The place right after the text `before`."""
    lines = _LINE_END.split(before)
    return Position(len(lines), len(lines[-1]) + 1)
