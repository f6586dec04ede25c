"""Which encoding a file was saved in: UTF-8 as it should be, or what Windows editors write.

Only what can be told for certain is named: bytes that decode as GBK into characters that nobody uses are
no GBK, and a file that is UTF-8 for the most part has had something else pasted into it.
"""

from __future__ import annotations

import codecs
import unicodedata
from typing import NamedTuple

from minsheng_cli.patterns import pattern

ANSI = "GBK（记事本里叫“ANSI”）"
UNICODE = "UTF-16（记事本里叫“Unicode”）"
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", UNICODE),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16（记事本里叫“Unicode big endian”）"),
)
_GB = (("gbk", ANSI), ("gb18030", "GB18030"))
_WIDE = pattern(rb"[\xe1-\xef][\x80-\xbf]{2}")
"""A Chinese character in UTF-8; GBK text has such a row of bytes only by accident."""
_ASCII = "".join(map(chr, range(0x80)))
_MIXED = 0.3
"""Share of the bytes above ASCII that such rows make up in a file which is not all GBK (by accident: under a tenth)."""
_IN_USE = 0.8
"""Share of the characters above ASCII that must be everyday ones (GB 2312) for a guess to hold."""


class Recognised(NamedTuple):
    """A file's text and how it was saved; a sound file has no `name`, no `doubt` and no `mark`."""

    text: str | None
    """As far as it can be read at all."""
    name: str = ""
    """The encoding, as people meet its name; empty for UTF-8 and where it cannot be told."""
    doubt: int | None = None
    """Where in `text` the first character stands that is no UTF-8; in `before`, where there is no text."""
    before: str = ""
    """What could be read before the doubt."""
    byte: str = ""
    """The byte that nobody can read, in hexadecimal."""
    mixed: bool = False
    """UTF-8 for the most part, and something else in between."""
    mark: bool = False
    """It began with a byte order mark that UTF-8 does not need."""

    @property
    def certain(self) -> bool:
        """Whether the text is surely what was typed, so that it may be saved anew as UTF-8."""
        return self.text is not None and not self.mixed


def recognise(data: bytes) -> Recognised:
    """Decode strictly; never raises."""
    if data.startswith(codecs.BOM_UTF8):
        return _recognised(data[3:])._replace(mark=True)
    return _recognised(data)


def _recognised(data: bytes) -> Recognised:
    """What a file is that begins with no mark of UTF-8."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _wide(data[len(mark) :], codec, name)
    if b"\x00" in data[:64]:
        for codec in ("utf-16-le", "utf-16-be"):
            guess = _wide(data, codec, UNICODE)
            if guess.text is not None and "\x00" not in guess.text:
                return guess
    try:
        return Recognised(data.decode("utf-8"))
    except UnicodeDecodeError as problem:
        return _windows(data, problem.start)


def _wide(data: bytes, codec: str, name: str) -> Recognised:
    """UTF-16 or UTF-32: every character is in doubt, from the first."""
    text = _decoded(data, codec)
    if text is None or not _in_use(text):
        return Recognised(None, name, 0)
    return Recognised(text, name, 0)


def _windows(data: bytes, stumble: int) -> Recognised:
    """What is no UTF-8 from the byte `stumble` on."""
    before = data[:stumble].decode("utf-8")
    if _cut_off(data):
        return Recognised(None, "", len(before), before, f"{data[stumble]:02X}")
    high = sum(byte >= 0x80 for byte in data)
    if 3 * len(_WIDE.findall(data)) > _MIXED * high:
        return _line_by_line(data, before)
    for codec, name in _GB:
        text = _decoded(data, codec)
        if text is not None and _in_use(text):
            return Recognised(text, name, next(place for place, sign in enumerate(text) if sign > "\x7f"))
    return Recognised(None, "", len(before), before, f"{data[stumble]:02X}")


def _line_by_line(data: bytes, before: str) -> Recognised:
    """A file into which something was pasted or appended: each line in its own encoding, if they have one."""
    lines: list[str] = []
    doubt: int | None = None
    for line in data.split(b"\n"):
        text = _decoded(line, "utf-8")
        if text is None:
            text = None if _WIDE.search(line) or _cut_off(line) else _decoded(line, "gb18030")
            if text is None or not _in_use(text):
                return Recognised(None, "", len(before), before, mixed=True)
            if doubt is None:
                doubt = sum(len(each) + 1 for each in lines) + len(text) - len(text.lstrip(_ASCII))
        lines.append(text)
    return Recognised("\n".join(lines), ANSI, doubt, mixed=True)


def _cut_off(line: bytes) -> bool:
    """Whether the line is UTF-8 that ends in the middle of a character, as a broken copy does."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as problem:
        return problem.end == len(line) and problem.reason == "unexpected end of data"
    return False


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _in_use(text: str) -> bool:
    """Whether the characters above ASCII are such as people type."""
    high = [sign for sign in text if sign > "\x7f"]
    if any(unicodedata.category(sign) in ("Cn", "Co") for sign in high):
        return False
    known = sum(_decoded_everyday(sign) for sign in high)
    return known >= _IN_USE * len(high)


def _decoded_everyday(sign: str) -> bool:
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
