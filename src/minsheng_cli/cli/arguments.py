"""What was typed on the command line, as text that can be compared and shown."""

from __future__ import annotations


def readable(typed: str) -> str:
    """Text of bytes that the locale could not read: UTF-8 or GB18030, if they are one of them."""
    if typed.isascii() or not any("\udc80" <= sign <= "\udcff" for sign in typed):
        return typed
    for encoding in ("utf-8", "gb18030"):
        try:
            return typed.encode("utf-8", "surrogateescape").decode(encoding)
        except UnicodeError:
            continue
    return typed


def one_line(typed: str) -> str:
    """What was typed, readable and on one line of a sentence."""
    return " ".join(readable(typed).splitlines())
