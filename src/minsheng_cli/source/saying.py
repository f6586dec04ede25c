"""What is shared by those who say why a text cannot be read: places, what stands there, and the misfit itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from minsheng_cli.finding import Misfit, Position

Flows = Sequence[tuple[Position, str]]
"""The brackets that were open: where, and which."""
ReadsOn = Callable[[str], bool]
"""Whether the parser gets further with another text."""
OUT_OF_STEP = (
    "mapping values are not allowed",
    "could not find expected ':'",
    "did not find expected key",
    "did not find expected '-' indicator",
    "block sequence entries are not allowed",
)
"""What the parser says where a line may begin too far in or out."""
LONGEST = 120
"""Nobody types a longer value that a sentence should repeat, or a longer line that shows its mistake."""


def unreadable(path: str, at: Position, problem: str, typed: str = "", **about: str) -> Misfit:
    """A place where the text is no YAML."""
    return Misfit("file", "yaml-syntax", path, at, {"problem": problem, "typed": typed, **about})


def typed_at(line: str, column: int) -> str:
    """What stands at a column: as far as a value in the same brackets, or on the same line, can go."""
    start = column - 1
    before, rest = line[max(0, start - LONGEST) : start], line[start : start + LONGEST]
    inside = any(before.count(sign) > before.count(end) for sign, end in ("{}", "[]"))
    found = re.match(r".*?(?=\s*(?:[,}\]]|$))" if inside else r".*?(?=\s*(?:$| #))", rest)
    return found[0] if found else ""


def line_at(lines: Sequence[str], number: int) -> str:
    """A line by its number; the parser may count one more than there are, and that one is empty."""
    return lines[number - 1] if 0 < number <= len(lines) else ""


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def says(line: str) -> bool:
    """Whether there is more on a line than blanks or a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def place(mark: Any) -> Position:
    """A parser's mark as a position."""
    return Position(mark.line + 1, mark.column + 1) if mark is not None else Position(1, 1)


def moved(path: str, line: str, number: int, spaces: int, last: int = 0) -> Misfit:
    """A line that should begin with so many spaces, and the lines down to `last` with it."""
    given = indent_of(line)
    about = {"spaces": str(spaces), "given": str(given), "line": str(number), "last": str(last or number)}
    return unreadable(path, Position(number, min(given + 1, len(line))), "step move", **about)
