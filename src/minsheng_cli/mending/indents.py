"""Mends of tabs and full-width spaces in front of a line: as many spaces as it must be, where that is certain.

Every width that the lines around suggest is tried. Those with which the file reads on, and every line fits
where it then stands, must all say the same; else a person has to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minsheng_cli.finding import Misfit
from minsheng_cli.mending.reading import MISPLACED, Reader, meaning
from minsheng_cli.source.nodes import places_in
from minsheng_cli.source.scan import scan

_LEAD = re.compile(r"([ \t\u3000\u00a0]*)(?:-([ \t\u3000\u00a0]+))?")
_ODD = re.compile(r"[\t\u3000\u00a0]")
_KEY = re.compile(r"['\"]?[\w-]+['\"]?\s*[:：]")
_OPENS = (":", "[", "{", ",")
_MISREAD = MISPLACED | {"bad-id", "empty-value"}
_FAR = 500
"""Lines looked back on for levels."""
_NEAREST = 4
"""Groups of lines tried before the place where the file cannot be read on."""


class Lead(NamedTuple):
    """What stands before a line's own text: the indent, and a dash with its gap."""

    indent: str
    gap: str | None
    rest: str

    @property
    def odd(self) -> bool:
        """Whether anything else than plain spaces is in it."""
        return _ODD.search(self.indent) is not None or (self.gap is not None and bool(_ODD.search(self.gap)))

    @property
    def blank(self) -> bool:
        """Nothing that YAML reads."""
        return self.gap is None and (not self.rest or self.rest.startswith("#"))

    @property
    def inner(self) -> int:
        """The column of the text, counted from 0."""
        return len(self.indent) + (0 if self.gap is None else 1 + len(self.gap))

    def put(self, indent: int, gap: int) -> str:
        """The line with these many spaces."""
        if not self.rest:
            return ""
        return " " * indent + ("" if self.gap is None else "-" + " " * gap) + self.rest


def lead_of(line: str) -> Lead:
    """What stands before the text of a line."""
    found = _LEAD.match(line)
    assert found is not None  # it may be empty
    return Lead(found[1], found[2], line[found.end() :])


def mend_indent(reader: Reader, text: str) -> str | None:
    """The text with one group of lines moved to where they certainly belong; None where none is certain."""
    lines = text.split("\n")
    stumble = reader.parse(text).stumble
    groups = list(_groups(lines))
    if stumble is not None:
        before = [group for group in groups if group[0] <= stumble.line]
        groups = before[: -_NEAREST - 1 : -1]
    elif groups:
        wrong = {misfit.at.line for misfit in reader.misfits(text) if misfit.kind in _MISREAD}
        groups = [group for group in groups if not wrong.isdisjoint(group)]
    for group in groups:
        for part in (group, group[:1]) if len(group) > 1 else (group,):
            if (new := _certain(reader, text, lines, part)) is not None:
                return new
    return None


def lines_moved_with(text: str, line: int) -> range:
    """The lines that are moved together with `line`; none where nothing is odd in front of it."""
    return next((group for group in _groups(text.split("\n")) if line in group), range(0))


def _groups(lines: Sequence[str]) -> Iterator[range]:
    """Line numbers of neighbours with the same odd lead, which belong side by side."""
    start, same = 0, None
    for number, line in enumerate([*lines, ""], 1):
        lead = lead_of(line)
        this = (lead.indent, lead.gap, lead.blank) if lead.odd and number <= len(lines) else None
        if this != same:
            if same is not None:
                yield range(start, number)
            start, same = number, this


def _certain(reader: Reader, text: str, lines: list[str], group: range) -> str | None:
    """The text with a group's lines moved, if all that can be meant is the same."""
    then = reader.parse(text).stumble
    tried: list[tuple[int, str]] = []
    leads = [lead_of(lines[number - 1]) for number in group]
    ways = [tuple(lead.put(*width) for lead in leads) for width in _candidates(lines, group)]
    for moved in dict.fromkeys(ways):
        new = "\n".join([*lines[: group[0] - 1], *moved, *lines[group[-1] :]])
        stumble = reader.parse(new).stumble
        tried.append((stumble.line if stumble else len(lines) + 1, new))
    furthest = max((line for line, _ in tried), default=0)
    if furthest <= group[-1] or (then is not None and furthest <= then.line):
        return None
    if furthest <= len(lines) and not _explained(lines, group[-1], furthest):
        return None
    head = slice(furthest - 1)
    said: list[tuple[object, str]] = []
    for line, new in tried:
        if line == furthest:
            part = new if furthest > len(lines) else "\n".join(new.split("\n")[head])
            root = reader.parse(part).root
            if root is not None and _fits(reader, part, root, group):
                said.append((meaning(root), new))
    if not said or any(each != said[0][0] for each, _ in said):
        return None
    return said[0][1]


def _explained(lines: list[str], last: int, stumble: int) -> bool:
    """Whether the file stumbles over something of its own; right after the lines moved it must be plain to see."""
    following = next((n for n in range(last + 1, len(lines) + 1) if not lead_of(lines[n - 1]).blank), stumble)
    if stumble > following or lead_of(lines[stumble - 1]).odd:
        return True
    near = "\n".join(lines[max(0, stumble - 2) : stumble])
    return any(misfit.kind != "tab" for misfit in scan("", near))


def _fits(reader: Reader, text: str, root: object, group: range) -> bool:
    """Whether all lines of the group begin something, or go on with it, and are at home where they stand."""
    begun = {at.line for at in places_in(root)}
    looked_at = set(group)
    begins = 0
    for number, line in enumerate(text.split("\n"), 1):
        lead = lead_of(line)
        if number in begun:
            begins = number
        if number in begun or lead.blank:
            continue
        if lead.gap is not None and _ODD.search(lead.gap):
            return False  # an entry would become the text of the one before it
        if number in group:
            if lead.gap is not None or _KEY.match(lead.rest):
                return False
            looked_at.add(begins)
    if not looked_at.isdisjoint(reader.strangers(root)):
        return False
    wrong = {misfit.at.line for misfit in reader.misfits(text) if _speaks_against(misfit, group)}
    return looked_at.isdisjoint(wrong)


def _speaks_against(misfit: Misfit, group: range) -> bool:
    """Whether a misfit shows that a line is not at home; of a text that goes on in it, any does."""
    return misfit.kind in MISPLACED or misfit.at.line not in group


def _candidates(lines: list[str], group: range) -> list[tuple[int, int]]:
    """Indents and gaps after the dash that a group's lines may have, the likeliest first."""
    lead = lead_of(lines[group[0] - 1])
    after = _next(lines, group[-1])
    levels = [len(lead.indent)] if not _ODD.search(lead.indent) else _levels(lines, group[0], after)
    if lead.gap is None or not _ODD.search(lead.gap):
        gaps: set[int] = {len(lead.gap or "")}
        return [(level, gap) for level in levels for gap in gaps]
    inner = after.inner if after is not None and after.gap is None else 0
    found = [(level, gap) for level in levels for gap in (1, inner - level - 1) if gap >= 1]
    return list(dict.fromkeys(found))


def _next(lines: list[str], last: int) -> Lead | None:
    """The next line that can be read as it is."""
    for line in lines[last : last + _FAR]:
        lead = lead_of(line)
        if not lead.blank and not lead.odd:
            return lead
    return None


def _levels(lines: list[str], first: int, after: Lead | None) -> list[int]:
    """The indents that are open before a line, those of the line after it, and one step further in."""
    open_levels: list[int] = []
    innermost, lowest, opens = 0, 1 << 30, False
    for line in reversed(lines[max(0, first - 1 - _FAR) : first - 1]):
        lead = lead_of(line)
        if lead.blank or lead.odd:
            continue
        if not open_levels:
            innermost, opens = lead.inner, line.rstrip().endswith(_OPENS)
        for level in (lead.inner, len(lead.indent)):
            if level < lowest:
                open_levels.append(level)
                lowest = level
        if lowest == 0:
            break
    near = [] if after is None else [len(after.indent), after.inner]
    further = [innermost + 2, innermost + 4]
    return list(dict.fromkeys([*near, *(further if opens else ()), *open_levels, *further, 0]))
