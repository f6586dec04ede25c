"""Pieces put into a text at their offsets, and lines and brackets as places to put them.

Everything outside a splice stays byte for byte, because it is never written anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from minsheng_cli.editing.change import CannotEdit
from minsheng_cli.finding import LINE_END
from minsheng_cli.patterns import pattern

_COMMENT = pattern(r"[ \t]*(,?)[ \t]+#")
"""What may follow an entry in brackets on its line: a comma, a comment."""


class Splice(NamedTuple):
    """`text` in place of what stands between two offsets."""

    start: int
    end: int
    text: str


Element = tuple[int, int]
"""Where an entry of a list or a mapping begins and ends."""


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with every splice in its place."""
    pieces, done = [], 0
    for start, end, new in sorted(splices, key=lambda each: each[:2]):
        if start < done:
            raise CannotEdit(line_number(text, start))
        pieces += [text[done:start], new]
        done = end
    return "".join([*pieces, text[done:]])


def line_number(text: str, at: int) -> int:
    """The number of the line of an offset, from 1."""
    return sum(1 for _ in LINE_END.finditer(text, 0, at)) + 1


def line_start(text: str, at: int) -> int:
    """Where the line of an offset begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of an offset ends, before what ends it."""
    found = LINE_END.search(text, at)
    return found.start() if found else len(text)


def line_above(text: str, start: int) -> int:
    """Where the line above begins, for the beginning of a line that is not the first."""
    return line_start(text, _break_above(text, start))


def _break_above(text: str, start: int) -> int:
    """Where the break begins that ends the line above."""
    return start - (2 if text[start - 2 : start] == "\r\n" else 1)


def line_break(text: str, at: int) -> str:
    """What ends the line of an offset, the one before where it is the last, or lines in general."""
    if found := LINE_END.search(text, at):
        return found[0]
    start = line_start(text, at)
    return text[_break_above(text, start) : start] if start else "\n"


def below(text: str, at: int, lines: Sequence[str]) -> Splice:
    """Whole lines below the line of an offset."""
    end, ends = line_end(text, at), line_break(text, at)
    return Splice(end, end, "".join(f"{ends}{line}" for line in lines))


def within(
    text: str, holder: Element, elements: Sequence[Element], after: int, new: Sequence[str]
) -> list[Splice]:
    """Entries put into brackets behind entry number `after`, in front of all with -1."""
    start, end = holder
    joined = ", ".join(new)
    if not elements:
        inside = text[start + 1 : end - 1]
        return [
            Splice(start + 1, end - 1, joined)
            if not inside.strip()
            else Splice(start + 1, start + 1, f"{joined} ")
        ]
    if after < 0:
        first = elements[0][0]
        return [Splice(first, first, "".join(f"{each}, " for each in new))]
    at = elements[after][1]
    own_lines = after > 0 and line_end(text, elements[after - 1][1]) < elements[after][0]
    if not own_lines:
        return [Splice(at, at, "".join(f", {each}" for each in new))]
    indent = " " * (elements[after][0] - line_start(text, elements[after][0]))
    found = _COMMENT.match(text, at)
    if found is None:
        apart = f",{line_break(text, at)}{indent}"
        return [Splice(at, at, "".join(f"{apart}{each}" for each in new))]
    lines = [f"{indent}{each}" for each in new]
    listed = [f"{line}," for line in lines[:-1]] + [f"{lines[-1]}{found[1]}"]
    return [*([] if found[1] else [Splice(at, at, ",")]), below(text, at, listed)]


def without(elements: Sequence[Element], dropped: Iterable[int]) -> list[Splice]:
    """Entries taken out of brackets, each with one of the commas beside it."""
    splices = []
    for first, last in _runs(dropped):
        if first > 0:
            splices.append(Splice(elements[first - 1][1], elements[last][1], ""))
        elif last + 1 < len(elements):
            splices.append(Splice(elements[0][0], elements[last + 1][0], ""))
        else:
            splices.append(Splice(elements[0][0], elements[last][1], ""))
    return splices


def without_lines(text: str, elements: Sequence[Element], dropped: Iterable[int]) -> list[Splice]:
    """Entries that stand on lines of their own taken away, with these lines; one at least stays."""
    splices = []
    for first, last in _runs(dropped):
        start, end = line_start(text, elements[first][0]), line_end(text, elements[last][1])
        if text[start : elements[first][0]].strip(" -"):
            raise CannotEdit(line_number(text, start))
        if not start:
            raise CannotEdit(1)
        # with the break above, not the one below: whatever is put below these lines still finds its place
        splices.append(Splice(_break_above(text, start), end, ""))
    return splices


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as runs of such as follow each other: the first and the last of each."""
    runs = []
    for _, group in groupby(enumerate(sorted(numbers)), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        runs.append((run[0], run[-1]))
    return runs
