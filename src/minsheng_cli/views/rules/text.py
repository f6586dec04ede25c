"""explain and rules --format text: one rule in full, or all of them in a list."""

from __future__ import annotations

from collections.abc import Sequence

from minsheng_cli.finding import Explained
from minsheng_cli.terms import FAMILY_WORDS, SEVERITY_WORDS
from minsheng_cli.views.cells import harmless, left, width, wrap
from minsheng_cli.views.grid import sentences
from minsheng_cli.views.lines import Line

INDENT, BLOCK = "  ", "    "
LEAST = 8
"""Cells that a line of an example keeps on the narrowest terminal."""


def render(rule: Explained, cells: int | None) -> list[Line]:
    """A rule in full, in lines of at most `cells` (None: as wide as they are)."""
    lines = _titled(rule, "", cells)
    for title, text, example in (
        ("为什么", rule.why, False),
        ("错的写法", rule.bad, True),
        ("对的写法", rule.good, True),
        ("怎么改", rule.mend, False),
    ):
        lines += [[], [(title, "title")]]
        lines += _block(text, cells) if example else sentences([text], cells, INDENT)
    return lines


def listed(rules: Sequence[Explained], cells: int | None) -> list[Line]:
    """All rules by family, a line each."""
    lines: list[Line] = []
    for digit, word in FAMILY_WORDS.items():
        own = [rule for rule in rules if rule.code[1] == digit]
        if own:
            lines += [[]] if lines else []
            lines.append([(f"{digit}xx {word}", "title")])
            lines += [line for rule in own for line in _titled(rule, INDENT, cells)]
    return lines


def _titled(rule: Explained, indent: str, cells: int | None) -> list[Line]:
    """Code, severity and title; a title that does not fit goes on below its beginning."""
    words = max(map(width, SEVERITY_WORDS.values()))
    head = f"{rule.code} {left(SEVERITY_WORDS[rule.severity], words)}"
    taken = width(indent + head) + 2
    first, *more = wrap(harmless(rule.title), None if cells is None else cells - taken)
    return [
        [(indent, ""), (head, rule.severity), ("  ", ""), (first, "name")],
        *([(" " * taken, ""), (text, "name")] for text in more),
    ]


def _block(example: str, cells: int | None) -> list[Line]:
    """Lines of a file with their own indent; what has to be wrapped goes on further in, so that no line seems new."""
    lines: list[Line] = []
    for text in example.split("\n"):
        bare = text.lstrip(" ")
        indent = BLOCK + " " * (len(text) - len(bare))
        if cells is not None:
            indent = indent[: max(0, cells - LEAST - len(BLOCK))]
        further = indent + BLOCK
        first, *more = wrap(harmless(bare), None if cells is None else max(LEAST, cells - len(further)))
        lines += [[(indent + first, "")], *([(further + part, "")] for part in more)]
    return lines
