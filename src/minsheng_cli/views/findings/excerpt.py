"""The line as it was typed, and below it the place, marked cell by cell so that it is right under Chinese text."""

from __future__ import annotations

from minsheng_cli.finding import LINE_END
from minsheng_cli.patterns import pattern
from minsheng_cli.views.cells import harmless, width
from minsheng_cli.views.lines import Line

_QUOTED = pattern(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_BLOCK = pattern(r".*?(?=\s*(?:: |:$| #|$))")
_FLOW = pattern(r"[^,{}\[\]]*?(?=\s*(?:[,}\]{\[]|: |:$| #|$))")
_STARTS_WORD = pattern(r"[\w.+<>=|@`%~/¥]|-\S")
_SAID = pattern("“(.+?)”(?!”)")
_TAB = "<Tab>"
_CUT = "..."


def lines_of(text: str) -> list[str]:
    """A file's lines, counted the way that findings count them."""
    return LINE_END.split(text)


def excerpt(line: str, number: int, column: int, cells: int, said: str = "") -> list[Line]:
    """Two lines: what stands on line `number`, and marks below what stands at `column` of it.

    What the sentence `said` quotes of the line is marked whole. A line that takes more than `cells` is
    shown as far as it fits around the place.
    """
    head = f"{number:>5} | "
    room = max(cells - len(head), 20)
    line, column = _near(line, column, room)
    before, marked, after = _parts(line, column, said)
    if width(before) + width(marked) + width(after) > room:
        before, marked, after = _fitted(before, marked, after, room)
    marks = "^" * max(1, width(marked))
    return [
        [(head, "head"), (before + marked + after, "")],
        [(" " * 5 + " | " + " " * width(before), "head"), (marks, "error")],
    ]


def _near(line: str, column: int, room: int) -> tuple[str, int]:
    """The piece of a very long line around the place, which is more than can be shown, and the column in it."""
    reach = 500 + 4 * room
    start = max(0, column - 1 - reach)
    if not start and len(line) <= column + reach:
        return line, column
    opened = _open_brackets(line, column - 1)
    return ("{" if opened else "") + line[start : column + reach], column - start + opened


def _open_brackets(line: str, end: int) -> bool:
    """Whether a bracket is open at `end`."""
    opened = line.count("{", 0, end) + line.count("[", 0, end)
    return opened > line.count("}", 0, end) + line.count("]", 0, end)


def _parts(line: str, column: int, said: str) -> tuple[str, str, str]:
    """What stands before the place, at it, and after it; made harmless, tabs made visible."""
    start, end = marked(line, column, said)
    return _shown(line[:start]), _shown(line[start:end]), _shown(line[end:].rstrip())


def marked(line: str, column: int, said: str) -> tuple[int, int]:
    """Where what stands at `column` begins and ends; what the sentence `said` quotes of it is taken whole."""
    start = min(column - 1, len(line))
    quoted = [len(text) for text in _SAID.findall(said) if line.startswith(text, start)]
    return start, start + (max(quoted) if quoted else _extent(line, start))


def _extent(line: str, start: int) -> int:
    """How many characters the text at `start` has: a value, a name, or a single sign."""
    rest = line[start : start + 500]
    if not rest:
        return 0
    if rest[0] in "\"'":
        found = _QUOTED.match(rest)
        return len(found[0]) if found else 1
    if rest[0] in "{[":
        return _closed(rest)
    if not _STARTS_WORD.match(rest):
        return 1
    found = (_FLOW if _open_brackets(line, start) else _BLOCK).match(rest)
    return max(1, len(found[0])) if found else 1


def _closed(rest: str) -> int:
    """How far the bracket that `rest` begins with goes; only itself where it is not closed."""
    open_ones = []
    for index, sign in enumerate(rest):
        if sign in "{[":
            open_ones.append("}" if sign == "{" else "]")
        elif sign in "}]":
            if open_ones.pop() != sign:
                return 1
            if not open_ones:
                return index + 1
    return 1


def _shown(text: str) -> str:
    return harmless(text.replace("\t", _TAB)) if "\t" in text else harmless(text)


def _fitted(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """The three parts within `room` cells, the place always among them."""
    marked = _first(marked, room // 2)
    spare = room - width(marked)
    before_room = min(width(before), spare // 2)
    kept = _last(before, before_room) if width(before) > before_room else before
    spare -= width(kept)
    return kept, marked, _first(after, spare)


def _first(text: str, cells: int) -> str:
    """The beginning of a text within `cells`."""
    if width(text[: cells + 1]) <= cells and len(text) <= cells:
        return text
    kept = text[: max(0, cells - len(_CUT))]
    while kept and width(kept) > cells - len(_CUT):
        kept = kept[:-1]
    return kept + _CUT[: max(0, cells - width(kept))]


def _last(text: str, cells: int) -> str:
    """The end of a text within `cells`."""
    kept = text[-max(1, cells - len(_CUT)) :]
    while kept and width(kept) > cells - len(_CUT):
        kept = kept[1:]
    return (_CUT + kept)[: max(0, len(kept) + len(_CUT))]
