"""Which line is out of step where YAML stumbles over the indentation, and how far in it should begin.

The parser stumbles where it can read no further, which is often the line after. So the lines around are
looked at, and each way to bring one back into step is tried: only what lets the parser read on is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from minsheng_cli.patterns import pattern
from minsheng_cli.source.quoting import figure_key, in_brackets
from minsheng_cli.source.saying import LONGEST, indent_of

_KEY = pattern(r"([ \t\u3000\u00a0]*)(-[ \t\u3000\u00a0]+)?(['\"]?[^\s:：'\"{\[]+)['\"]?\s*[:：]")
_BLANK = " \t\u3000\u00a0"
_OPENS_TEXT = pattern(r" *(-[ ]+)?[^\s:].*:[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?$")
LARGEST = 100_000
"""Of a larger text (in characters) only the parser's own place is told: each way that is tried reads it once."""
_TOP = frozenset(("plan", "areas", "departments", "projects", "sample", "schedule", "reports"))
"""Names that only stand at the margin."""
_FIGURE = pattern(r"( *[A-Za-z][A-Za-z0-9_-]*: +)(\{.*\}|[^\s\[{\"'|>&*#].*)")
REMARK = pattern(r" *(note|revision|eligible|备注|说明)(?:: +|：\s*)([^\s|>\[{&*!].*)")
"""A remark on a line of its own."""
_PARTS = ("done:", "stage:", "eligible:", "note:", "revision:")
"""Names of a figure's own lines."""
_DASHED_TEXT = pattern(r" *- (?![A-Za-z_]+:)")
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
    """`move`, `dash` (a dash is missing), `undash` (one too many), or `join` (it belongs on the line above)."""
    text: str
    """What to type where that is more than spaces."""


def usual(lines: Sequence[str], index: int) -> int | None:
    """How far in the line begins where the same name stands elsewhere; else as the line above asks for.

    In a text of several lines (`key: |`) it begins as the text's first line does.
    """
    of_text = _as_text(lines, index)
    if of_text is not None:
        return of_text
    elsewhere = expected_elsewhere(lines, index)
    return expected_above(lines, index) if elsewhere is None else elsewhere


def _as_text(lines: Sequence[str], index: int) -> int | None:
    """How far in a line of a text of several lines begins; None where it is in none.

    It is in one if it follows a name with `|` or `>` with nothing between that begins as far out as that name.
    """
    begins: int | None = None
    for above in reversed(lines[max(0, index - _ELSEWHERE) : index]):
        now = indent_of(above)
        if not above.strip(_BLANK) or above[now] in _BLANK:
            continue
        if (begins is None or now < begins) and (found := _OPENS_TEXT.match(above)):
            return now + len(found[1] or "") + 2 if begins is None else begins
        begins = now if begins is None else min(begins, now)
    return None


def expected_elsewhere(lines: Sequence[str], index: int) -> int | None:
    """How far in the same name begins where it stands nearest."""
    found = _KEY.match(lines[index])
    if at_margin(lines[index]):
        return 0
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
    elif lines[index].strip().startswith("- "):
        beside = (lines[n] for n in (index - 1, index + 1) if 0 <= n < len(lines))
        return next((indent_of(each) for each in beside if _DASHED_TEXT.match(each)), None)
    return None


def at_margin(line: str) -> bool:
    """Whether the line begins with a name that only stands at the margin."""
    found = _KEY.match(line)
    return found is not None and found[3] in _TOP and not found[2]


def expected_above(lines: Sequence[str], index: int) -> int | None:
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
        shift = step.spaces - indent_of(lines[first])
        for index in range(first, step.last):
            if lines[index].strip():
                done[index] = " " * max(0, indent_of(lines[index]) + shift) + lines[index].lstrip(" ")
    else:
        done[first] = " " * step.spaces + step.text
        del done[first + 1 : first + 1 + (step.how == "join")]
    return done


def _steps(lines: Sequence[str], index: int) -> Iterator[Step]:
    """Ways to bring lines into step, the likeliest first."""
    near = [index, *(n for n in range(index - 1, -1, -1) if lines[n].strip())][: _ABOVE + 1]
    moves = []
    for distance, line in enumerate(near):
        now = indent_of(lines[line])
        wanted, above = expected_elsewhere(lines, line), expected_above(lines, line)
        for spaces in sorted(
            {*indents_near(lines, line), *(each for each in (wanted, above) if each is not None)}
        ):
            if spaces == now:
                continue
            ends = (line + 1, _sibling(lines, line, spaces), block_end(lines, line))
            for last in dict.fromkeys(ends):
                odd = (wanted is not None and spaces != wanted, spaces % 2)
                rank = (*odd, distance, last - line, abs(spaces - now), spaces != above)
                moves.append((rank, Step(line + 1, last, spaces, "move", "")))
    for line in near[:2]:
        yield from _dashes(lines, line)
    yield from _joins(lines, index)
    for _, step in sorted(moves):
        yield step


def _dashes(lines: Sequence[str], line: int) -> Iterator[Step]:
    """A text among dashed ones that has no dash of its own, or a name with one among those without."""
    content, named = lines[line].strip(), _KEY.match(lines[line])
    around = [lines[other] for other in (line - 1, line + 1) if 0 <= other < len(lines)]
    if named and named[2] and not _is_dashed_elsewhere(lines, line, named[3]):
        beside = [match for each in around if (match := _KEY.match(each)) and not match[2]]
        if any(match[1] == named[1] for match in beside):
            yield Step(line + 1, line + 1, indent_of(lines[line]), "undash", content[1:].lstrip())
    if named or content.startswith("-"):
        return
    for other in around:
        if other.strip().startswith("- ") and not _KEY.match(other):
            yield Step(line + 1, line + 1, indent_of(other), "dash", f"- {content}")


def _is_dashed_elsewhere(lines: Sequence[str], line: int, name: str) -> bool:
    """Whether entries of the file begin with this name, as months do."""
    others = (
        lines[n] for n in range(max(0, line - _ELSEWHERE), min(len(lines), line + _ELSEWHERE)) if n != line
    )
    return any((match := _KEY.match(each)) and match[2] and match[3] == name for each in others)


def _joins(lines: Sequence[str], index: int) -> Iterator[Step]:
    """A value on the line below its name, or a remark on the line below its figure."""
    for first in (index - 2, index - 1, index):
        if 0 <= first < len(lines) - 1 and (whole := with_remark(lines[first], lines[first + 1])):
            yield Step(first + 1, first + 1, indent_of(lines[first]), "join", whole)
        if not 0 <= first < len(lines) - 1 or not lines[first].rstrip().endswith(":"):
            continue
        below = lines[first + 1].strip()
        if below and not _KEY.match(lines[first + 1]) and not below.startswith(("-", "#")):
            yield Step(
                first + 1, first + 1, indent_of(lines[first]), "join", f"{lines[first].strip()} {below}"
            )


def with_remark(line: str, below: str) -> str:
    """A figure's line with the remark from the line below in its braces; empty where they are no such lines."""
    if '"' in line or " #" in below or len(line) + len(below) > LONGEST:
        return ""
    said, comment, words = line.partition(" #")
    figure, remark = _FIGURE.fullmatch(said.rstrip()), REMARK.fullmatch(below.rstrip())
    if figure is None or remark is None or figure[1].strip() in _PARTS:
        return ""
    value, name = figure[2], remark[1] if remark[1].isascii() else "note"
    if not value.startswith("{"):
        value = f"{{{figure_key(value)}: {value}}}"
    text = remark[2] if remark[2][0] in "\"'" else in_brackets(remark[2])
    return f"{figure[1].strip()} {value[:-1]}, {name}: {text}}}{comment}{words}"


def _sibling(lines: Sequence[str], line: int, spaces: int) -> int:
    """The number of the last line before the next one that is in its place and begins with the same name."""
    own, last = _KEY.match(lines[line]), line + 1
    end = min(len(lines), line + _ELSEWHERE)
    for other in range(line + 1, end):
        match = _KEY.match(lines[other])
        if own and match and indent_of(lines[other]) == spaces and (match[2], match[3]) == (own[2], own[3]):
            return last
        last = other + 1 if lines[other].strip() else last
    return line + 1


def indents_near(lines: Sequence[str], line: int) -> set[int]:
    """Where names and dashes of the lines around begin."""
    found = set()
    for other in lines[max(0, line - 12) : line + 4]:
        if match := _KEY.match(other):
            found |= {_begins(match, dash=True), _begins(match, dash=False)}
            if other.rstrip().endswith(":"):
                found.add(_begins(match, dash=False) + 2)
        elif other.strip().startswith("- "):
            found.add(indent_of(other))
    return found


def block_end(lines: Sequence[str], line: int) -> int:
    """The number of the last line that is indented below `line`."""
    now, last = indent_of(lines[line]), line + 1
    while last < len(lines) and (not lines[last].strip() or indent_of(lines[last]) > now):
        last += 1
    while last > line + 1 and not lines[last - 1].strip():
        last -= 1
    return last
