"""How what is recorded is written: figures short or in braces, remarks with or without their project."""

from __future__ import annotations

from collections.abc import Mapping

from minsheng_cli.editing.change import Amount, NewRemark
from minsheng_cli.source.quoting import NUMBER, in_brackets, in_line, in_quotes

VALUES = ("done", "eligible", "stage")
"""The names of a figure's value in its long form."""


def text_of(text: str, *, flow: bool, style: str = "") -> str:
    """A text in quotes where it needs them, or where the one before had them."""
    plain = in_brackets(text) if flow else in_line(text)
    if style not in ("'", '"') or plain != text:
        return plain
    return in_quotes(text) if style == '"' else "'" + text.replace("'", "''") + "'"


def amount(value: Amount, *, flow: bool, style: str = "") -> str:
    """A value: a number, a stage, a list of items."""
    if isinstance(value, str):
        return value if NUMBER.fullmatch(value) else text_of(value, flow=flow, style=style)
    return f"[{', '.join(in_brackets(item) for item in value)}]"


def braces(written: Mapping[str, str]) -> str:
    """A mapping on one line."""
    return f"{{{', '.join(f'{name}: {value}' for name, value in written.items())}}}"


def figure(parts: Mapping[str, Amount], texts: Mapping[str, str], *, flow: bool, long: bool = False) -> str:
    """A whole figure, in the short form where that can say it and the long one is not asked for."""
    said = {name: in_brackets(text) for name, text in texts.items() if text}
    if len(parts) == 1 and not said and not long:
        return amount(next(iter(parts.values())), flow=flow)
    return braces({**{name: amount(value, flow=True) for name, value in parts.items()}, **said})


def remark(new: NewRemark, *, flow: bool) -> str:
    """A problem or a highlight."""
    if new.project is None:
        return text_of(new.text, flow=flow)
    return braces({"project": new.project, "text": in_brackets(new.text)})
