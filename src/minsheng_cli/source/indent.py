"""Which line is out of step where YAML stumbles over the indentation, and how far in it should begin.

The parser stumbles where it can read no further, which is often the line after. So the lines around are
looked at, and each way to bring one back into step is tried: only what lets the parser read on is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

_KEY = re.compile(r"([ \t\u3000\u00a0]*)(-[ \t\u3000\u00a0]+)?(['\"]?[^\s:：'\"{\[]+)['\"]?\s*[:：]")
_BLANK = " \t\u3000\u00a0"
_OPENS_TEXT = re.compile(r" *(-[ ]+)?[^\s:].*:[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?$")
LARGEST = 100_000
"""Of a larger text (in characters) only the parser's own place is told: each way that is tried reads it once."""
_MOST_TRIED = 40
_ABOVE = 3
_ELSEWHERE = 40
"""How many lines away the same name is looked for: further than one report's."""


class Step(NamedTuple):
    """How to bring lines back into step; lines count from 1."""

    line: int
    last: int
    """The last line that is moved with it."""
    spaces: int
    """How many spaces the line should begin with."""
    how: str
    """`move`, `dash` (a dash is missing), or `join` (the value belongs behind the colon above)."""
    text: str
    """What to type where that is more than spaces."""


def usual(lines: Sequence[str], index: int) -> int | None:
    """How far in the line begins where the same name stands elsewhere; else as the line above asks for.

    In a text of several lines (`key: |`) it begins as the text's first line does.
    """
    of_text = _as_text(lines, index)
    if of_text is not None:
        return of_text
    elsewhere = _elsewhere(lines, index)
    return _as_above(lines, index) if elsewhere is None else elsewhere


def _as_text(lines: Sequence[str], index: int) -> int | None:
    """How far in a line of a text of several lines begins; None where it is in none.

    It is in one if it follows a name with `|` or `>` with nothing between that begins as far out as that name.
    """
    begins: int | None = None
    for above in reversed(lines[max(0, index - _ELSEWHERE) : index]):
        now = _indent(above)
        if not above.strip(_BLANK) or above[now] in _BLANK:
            continue
        if (begins is None or now < begins) and (found := _OPENS_TEXT.match(above)):
            return now + len(found[1] or "") + 2 if begins is None else begins
        begins = now if begins is None else min(begins, now)
    return None


def _elsewhere(lines: Sequence[str], index: int) -> int | None:
    """How far in the same name begins where it stands nearest."""
    found = _KEY.match(lines[index])
    if found is not None:
        alike = [
            (abs(other - index), _begins(match, dash=bool(found[2])))
            for other in range(max(0, index - _ELSEWHERE), min(len(lines), index + _ELSEWHERE))
            if other != index
            and (match := _KEY.match(lines[other]))
            and match[3] == found[3]
            and not match[1].strip(" ")
            and bool(match[2]) >= bool(found[2])
        ]
        if alike:
            return min(alike)[1]
    return None


def _as_above(lines: Sequence[str], index: int) -> int | None:
    """How far in a line begins that follows the one above."""
    above = next((lines[n] for n in range(index - 1, -1, -1) if lines[n].strip(_BLANK)), None)
    if above is None:
        return 0
    before = _KEY.match(above)
    if before is None or before[1].strip(" "):
        return None
    inside = _begins(before, dash=False)
    return inside + 2 if above.rstrip().endswith(":") else inside


def _begins(match: re.Match[str], *, dash: bool) -> int:
    """The column (from 0) of a line's dash, or of its name."""
    return len(match[1]) if dash else len(match[1]) + len(match[2] or "")


def back_in_step(text: str, number: int, reads_on: Callable[[str], bool]) -> Step | None:
    """The step that lets the parser read on past line `number`, where it stumbled."""
    lines = text.split("\n")
    if len(text) > LARGEST or not 1 <= number <= len(lines):
        return None
    for step in islice(_steps(lines, number - 1), _MOST_TRIED):
        if reads_on("\n".join(taken(lines, step))):
            return step
    return None


def taken(lines: Sequence[str], step: Step) -> list[str]:
    """The lines as they are once the step is taken."""
    done = list(lines)
    first = step.line - 1
    if step.how == "move":
        shift = step.spaces - _indent(lines[first])
        for index in range(first, step.last):
            if lines[index].strip():
                done[index] = " " * max(0, _indent(lines[index]) + shift) + lines[index].lstrip(" ")
    else:
        done[first] = " " * step.spaces + step.text
        del done[first + 1 : first + 1 + (step.how == "join")]
    return done


def _steps(lines: Sequence[str], index: int) -> Iterator[Step]:
    """Ways to bring lines into step, the likeliest first."""
    near = [index, *(n for n in range(index - 1, -1, -1) if lines[n].strip())][: _ABOVE + 1]
    moves = []
    for distance, line in enumerate(near):
        now = _indent(lines[line])
        wanted, above = _elsewhere(lines, line), _as_above(lines, line)
        for spaces in sorted(
            {*_indents_near(lines, line), *(each for each in (wanted, above) if each is not None)}
        ):
            if spaces == now:
                continue
            for last in dict.fromkeys((line + 1, _block_end(lines, line))):
                odd = (wanted is not None and spaces != wanted, spaces % 2)
                rank = (*odd, distance, last - line, abs(spaces - now), spaces != above)
                moves.append((rank, Step(line + 1, last, spaces, "move", "")))
    for line in near[:2]:
        yield from _dashes(lines, line)
    yield from _joins(lines, index)
    for _, step in sorted(moves):
        yield step


def _dashes(lines: Sequence[str], line: int) -> Iterator[Step]:
    """A text among dashed ones that has no dash of its own."""
    content = lines[line].strip()
    around = [lines[other] for other in (line - 1, line + 1) if 0 <= other < len(lines)]
    if _KEY.match(lines[line]) or content.startswith("-"):
        return
    for other in around:
        if other.strip().startswith("- "):
            yield Step(line + 1, line + 1, _indent(other), "dash", f"- {content}")


def _joins(lines: Sequence[str], index: int) -> Iterator[Step]:
    """A value on the line below its name."""
    for first in (index - 2, index - 1, index):
        if not 0 <= first < len(lines) - 1 or not lines[first].rstrip().endswith(":"):
            continue
        below = lines[first + 1].strip()
        if below and not _KEY.match(lines[first + 1]) and not below.startswith(("-", "#")):
            yield Step(first + 1, first + 1, _indent(lines[first]), "join", f"{lines[first].strip()} {below}")


def _indents_near(lines: Sequence[str], line: int) -> set[int]:
    """Where names and dashes of the lines around begin."""
    found = set()
    for other in lines[max(0, line - 12) : line + 4]:
        if match := _KEY.match(other):
            found |= {_begins(match, dash=True), _begins(match, dash=False)}
            if other.rstrip().endswith(":"):
                found.add(_begins(match, dash=False) + 2)
        elif other.strip().startswith("- "):
            found.add(_indent(other))
    return found


def _block_end(lines: Sequence[str], line: int) -> int:
    """The number of the last line that is indented below `line`."""
    now, last = _indent(lines[line]), line + 1
    while last < len(lines) and (not lines[last].strip() or _indent(lines[last]) > now):
        last += 1
    while last > line + 1 and not lines[last - 1].strip():
        last -= 1
    return last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
