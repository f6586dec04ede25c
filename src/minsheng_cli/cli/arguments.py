"""What was typed on the command line, as text that can be compared and shown."""

from __future__ import annotations

from minsheng_cli.cli.mistakes import Mistake


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


def clean(typed: str, what: str) -> str:
    """A text as it can stand in a file: on one line, without anything that nobody sees; a Mistake otherwise."""
    from minsheng_cli.views.harmful import harmless  # most commands write nothing

    text = readable(typed).strip()
    if len(text.splitlines()) > 1:
        raise Mistake(f"{what} 的内容有换行", "写在一行里")
    if text != harmless(text):
        raise Mistake(f"{what} 的内容里有看不见的字符：{harmless(text)}", "去掉再写，不要从网页上整段复制")
    return text
