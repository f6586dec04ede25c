"""Mends of single signs typed full-width; each is proven: with it the file reads on, or has one mistake less."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import NamedTuple

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.mending.reading import MISPLACED, Reader
from minsheng_cli.patterns import pattern
from minsheng_cli.source.nodes import places_in
from minsheng_cli.source.wide import COLONS, COMMENT, HALF, PAIRS
from minsheng_cli.terms import KEY_NAMES

_HALF = {
    **dict.fromkeys(COLONS, ": "),
    "，": ", ",
    "、": ", ",
    "－": "- ",
    "＃": "#",
    **HALF,
}
_WIDE_SPACES = "\u3000\u00a0"
_BLANK = pattern(r"[ \t\u3000\u00a0]*")
_BEFORE_KEY = pattern(r"^\s*(?:-\s*)?")
_FIRST_KEY = pattern(r"\s*(?:-\s*)?['\"]?[A-Za-z0-9_-]+['\"]?\s*：[^：，、｛［｝］]*$")
_GLUED = pattern(
    r"([A-Za-z][A-Za-z0-9_-]*:|[0-9]{4}-[0-9]{1,2}:|[^\s\W0-9A-Za-z_][^\s:：,，{}#]{,20}:(?=[0-9]))(?:&nbsp;)*"
)
_OF_OURS = pattern(r"[0-9]{4}-[0-9]{1,2}|[^A-Za-z0-9].*")
_GLUED_DASH = pattern(r"[-—–]+\s*")
_ATTEMPTS = 3
_UNPROVEN = "＃｝］）】"
"""What makes no node begin behind it, so that only the whole file can prove it."""


class _Put(NamedTuple):
    """A line with its signs put right, and the columns where a node must begin if they were none of a text."""

    line: str
    columns: list[int]
    proven: bool


def mend_all_signs(reader: Reader, text: str) -> str | None:
    """The text with all signs put right as far as it then reads on; None where that proves nothing.

    Each sign must have something begin behind it that fits there (in a text, where it is only punctuation,
    nothing does), and without it the file must be worse. Of a file too large to try that line by line, only
    the colons behind a line's first key are taken, which cannot be anything else.
    """
    lines = text.split("\n")
    puts = {number: put for number, put in _put_right(lines, _signs(reader, text)) if put.proven}
    one_by_one = 2 * len(puts) * len(text) < reader.left
    if not one_by_one:
        puts = {number: put for number, put in puts.items() if _FIRST_KEY.match(lines[number - 1])}
    for _ in range(_ATTEMPTS):
        kept = _proven(reader, text, lines, puts)
        if not kept:
            return None
        if len(kept) == len(puts):
            break
        puts = kept
    new = _with(lines, puts)
    if one_by_one and len(puts) > 1:
        puts = {number: puts[number] for number in puts if _needed(reader, lines, puts, number, new)}
        new = _with(lines, puts)
    return new if _better(reader, text, new) else None


def _needed(reader: Reader, lines: list[str], puts: dict[int, _Put], number: int, new: str) -> bool:
    """Whether the file is worse with one of the lines as it was."""
    return _better(reader, _with(lines, {each: puts[each] for each in puts if each != number}), new)


def _proven(reader: Reader, text: str, lines: list[str], puts: dict[int, _Put]) -> dict[int, _Put]:
    """Those of the lines that are right when all are put; what comes after a stumble waits."""
    new = _with(lines, puts)
    then, now = reader.parse(text).stumble, reader.parse(new).stumble
    if now is not None:
        if then is None or now.line <= then.line:
            return {}
        end = reader.sound_until(new)
        puts = {number: put for number, put in puts.items() if number < end}
        new = "\n".join(new.split("\n")[: end - 1])
    root = reader.parse(new).root
    if root is None:
        return {}
    begun = set(places_in(root))
    wrong = {
        misfit.at.line for misfit in reader.misfits(new) if misfit.kind in MISPLACED and not _is_sign(misfit)
    }
    return {
        number: put
        for number, put in puts.items()
        if number not in wrong and all(Position(number, column) in begun for column in put.columns)
    }


def _with(lines: list[str], puts: dict[int, _Put]) -> str:
    return "\n".join(puts[number].line if number in puts else line for number, line in enumerate(lines, 1))


def _is_sign(misfit: Misfit) -> bool:
    """Whether it is the next sign of a line, which comes to light when the one before it is right."""
    return misfit.kind == "full-width-sign"


def mend_one_sign(reader: Reader, text: str) -> str | None:
    """The text with the signs of the first line put right that are proven so; None where none is."""
    lines = text.split("\n")
    for number, put in _put_right(lines, _signs(reader, text)):
        new = "\n".join([*lines[: number - 1], put.line, *lines[number:]])
        if _better(reader, text, new):
            return new
    return None


def put_signs(reader: Reader, text: str, numbers: Collection[int]) -> str:
    """The text with the signs of these lines put right, which proves nothing yet."""
    lines = text.split("\n")
    for number, put in _put_right(lines, [at for at in _signs(reader, text) if at.line in numbers]):
        lines[number - 1] = put.line
    return "\n".join(lines)


def begin_something(reader: Reader, text: str, new: str, numbers: Collection[int]) -> bool:
    """Whether in the text as mended a node begins behind each sign that stood on these lines."""
    head = "\n".join(new.split("\n")[: reader.sound_until(new) - 1])
    root = reader.parse(head).root
    begun = set(places_in(root)) if root is not None else set()
    puts = _put_right(text.split("\n"), [at for at in _signs(reader, text) if at.line in numbers])
    return all(
        put.proven and all(Position(number, column) in begun for column in put.columns)
        for number, put in puts
    )


def _signs(reader: Reader, text: str) -> list[Position]:
    """Where signs stand; a space before everything else on its line asks another question, how wide it is."""
    lines = text.split("\n")
    places = {each.at for each in reader.misfits(text) if _is_mendable(reader, each)}
    return sorted(at for at in places if not _BLANK.fullmatch(lines[at.line - 1], 0, at.column))


def _is_mendable(reader: Reader, misfit: Misfit) -> bool:
    """Whether it is a sign, or a space left out behind one, before a value of a known name or behind a dash."""
    if misfit.kind == "no-space-after-colon":
        name = misfit.about["text"].removesuffix(":")
        return name in KEY_NAMES or name in (reader.known or ()) or bool(_OF_OURS.fullmatch(name))
    return _is_sign(misfit) or misfit.about.get("problem") == "glued dash"


def _put_right(lines: list[str], signs: list[Position]) -> Iterator[tuple[int, _Put]]:
    for number, group in groupby(signs, key=lambda at: at.line):
        put = _put(lines[number - 1], [at.column - 1 for at in group])
        if put.line != lines[number - 1]:
            yield number, put


def _put(line: str, starts: list[int]) -> _Put:
    """One line with the signs at `starts` put right."""
    closing = {}
    comment = COMMENT.search(line)
    end_of_text = comment.start() if comment else len(line)
    for start in starts:
        closes = PAIRS.get(line[start : start + 1])
        if closes and (end := line.rfind(closes, start, end_of_text)) >= 0:
            closing[end] = _HALF[closes]
    made, columns, proven, done = "", [], True, 0
    for start in sorted({*starts, *closing}):
        sign = line[start]
        made += line[done:start]
        if glued := _GLUED.match(line, start):
            made += glued[1] + " "
            columns.append(len(made) + 1)
            done = glued.end()
            continue
        if dash := _GLUED_DASH.match(line, start):
            made += "- "
            columns.append(len(made) + 1)
            done = dash.end()
            continue
        done = start + 1
        rest = line[done:]
        if start in closing:
            made += closing[start]
            continue
        if sign in _WIDE_SPACES:
            half = " " if made.endswith(":") else sign
        else:
            half = _HALF.get(sign, sign)
            half = half.rstrip() if not rest or rest[0].isspace() else half
        made += half
        proven = proven and sign not in _UNPROVEN
        if sign in PAIRS:
            columns.append(len(made))
        elif rest.strip(" \t") and not rest.lstrip(" \t").startswith("#"):
            columns.append(len(made) + len(rest) - len(rest.lstrip(" \t")) + 1)
        elif sign in COLONS:
            columns.append(len(made) - len(_BEFORE_KEY.sub("", made)) + 1)
        else:
            proven = False
    return _Put(made + line[done:], columns, proven)


def _better(reader: Reader, text: str, new: str) -> bool:
    """Whether the file reads further than before, or all of it with fewer mistakes."""
    then, now = reader.parse(text), reader.parse(new)
    if then.stumble is not None:
        return now.stumble is None or now.stumble.line > then.stumble.line
    return now.root is not None and len(reader.misfits(new)) < len(reader.misfits(text))
