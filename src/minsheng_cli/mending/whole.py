"""Mends of a file as a whole: its encoding, its byte order mark, its line ends."""

from __future__ import annotations

from typing import NamedTuple

from minsheng_cli.mending.change import Change
from minsheng_cli.patterns import pattern
from minsheng_cli.source.encoding import recognise

_LINE_END = pattern(r"\r\n|\r")


class Recast(NamedTuple):
    """A file's text as it should have been saved, and what that changes."""

    text: str
    changes: list[Change]


def recast(data: bytes) -> Recast | None:
    """The text in UTF-8 with plain line ends; None where it cannot be told for certain what was typed."""
    found = recognise(data)
    if found.text is None or not found.certain:
        return None
    changes = []
    if found.name:
        changes.append(Change(None, f"编码{found.name}", "UTF-8", ("encoding",)))
    if found.mark:
        changes.append(Change(None, "开头的BOM", "去掉", ("byte-order-mark",)))
    if _LINE_END.search(found.text):
        crlf = "\r\n" in found.text
        changes.append(Change(None, "换行符CRLF" if crlf else "换行符CR", "LF", ("line-ends",)))
    return Recast(_LINE_END.sub("\n", found.text), changes)
