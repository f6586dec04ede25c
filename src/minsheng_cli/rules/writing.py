"""How something is written in a file, for hints that give it ready to type."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from minsheng_cli.kinds.figure import Reading
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.model.series import Entry
from minsheng_cli.numbers import written
from minsheng_cli.patterns import pattern
from minsheng_cli.source.nodes import MappingNode
from minsheng_cli.source.quoting import in_brackets

_IN_BRACKETS = pattern(r"[【〔（(]([^【】〔〕（）()]*)[】〕）)]")
_NUMBERS = (
    pattern(r"(?:(?<=[\s；;。])|^)[（(]?([0-9]{1,2})(?:[）)]|[.．、](?![0-9]))\s*"),
    pattern(r"[（(]([0-9]{1,2})[）)]\s*"),
    pattern(r"[（(]([一二三四五六七八九])[）)]\s*"),
    pattern(r"([①-⑳])\s*"),
)
"""How the sentences of a list are numbered; all of one way."""
_BETWEEN = pattern(r"\s*(?:[-—=]*>|[→、，,；;/])\s*|\s+")
"""What stands between the names of a list."""
_BULLET = pattern(r"([·•●◆■▪*—–-])+\s*")


def added_up(before: str, more: str) -> str:
    """The clause on a month's increment that was typed as the cumulative figure."""
    return f"填的是本月新增的，累计是{before}加{more}"


def long_form(entry: Entry, **changed: str) -> str:
    """How to write a figure with more beside it: in place of a short one, or of the whole braces of a long one."""
    whole = in_braces(entry, **changed)
    return f"写成 {whole}" if entry.figure.short is not None else f"把整个花括号写成 {whole}"


def added_to(mapping: MappingNode, whole: str) -> str:
    """How to add a key to a mapping, at whose beginning the finding stands."""
    return f"在花括号里补上 {whole}" if mapping.flow else f"加一行 {whole}"


def value_of(entry: Entry) -> str:
    """How to write a figure's value alone (a coverage has two, and is written in braces)."""
    reading = entry.reading
    if reading.items is not None:
        return f"[{', '.join(reading.items)}]"
    return reading.stage or _number(reading.done) or ""


def in_braces(entry: Entry, **changed: str) -> str:
    """How to write a figure with all that stands beside it."""
    figure, reading = entry.figure, entry.reading
    own = {
        "done": None if reading.done is None else value_of(entry),
        "eligible": _number(reading.eligible),
        "stage": reading.stage,
        "note": None if figure.note is None else in_brackets(figure.note),
        "revision": None if figure.revision is None else in_brackets(figure.revision),
    }
    parts = {**{name: value for name, value in own.items() if value is not None}, **changed}
    return f"{{{', '.join(f'{name}: {parts[name]}' for name in own if name in parts)}}}"


def said_of(indicator: AnyIndicator, reading: Reading) -> str:
    """What was reported, for a sentence."""
    if reading.stage is not None:
        return f"“{reading.stage}”"
    if reading.items is not None:
        names = getattr(indicator, "items", None) or {}
        named = "、".join(names.get(item, item) for item in reading.items)
        return f"完成{named}" if named else "一个也没有完成"
    unit = indicator.reported_unit
    done = f"{_number(reading.done)}{unit}"
    if indicator.kind != "coverage":
        return done
    eligible = "没有" if reading.eligible is None else f"{_number(reading.eligible)}{unit}"
    return f"完成{done}、底数{eligible}"


def _number(number: Decimal | None) -> str | None:
    return None if number is None else written(number)


def entries_of(text: str, *, sentences: bool) -> list[str]:
    """The entries of a list that was typed as one text; a sentence stays whole."""
    found = _IN_BRACKETS.fullmatch(text)
    bare = found[1].strip() if found else text
    parts = _numbered(bare) if sentences else _BETWEEN.split(bare)
    return [in_brackets(part) for part in parts if part]


def _numbered(text: str) -> list[str]:
    """The sentences of a text in which each begins with the next number, or with the same sign."""
    for form in _NUMBERS:
        wanted, cuts = 1, []
        for found in form.finditer(text):
            number = int(unicodedata.numeric(found[1][0])) if not found[1].isdecimal() else int(found[1])
            if number == wanted:
                cuts.append(found.span())
                wanted += 1
        if len(cuts) > 1 and cuts[0][0] == 0:
            ends = [*(start for start, _ in cuts[1:]), len(text)]
            return [text[done:end].strip(" ；;") for (_, done), end in zip(cuts, ends, strict=True)]
    if bullet := _BULLET.match(text):
        return re.split(rf"\s+{re.escape(bullet[1])}+\s*", text[bullet.end() :])
    return [text]
