"""Mends of tabs and full-width spaces in front of a line: as many spaces as it must be, where that is certain.

Every width that the lines around suggest is tried. Those with which the file reads on, and every line fits
where it then stands, must all say the same; else a person has to decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from minsheng_cli.finding import Misfit
from minsheng_cli.mending.reading import MISPLACED, Reader, meaning
from minsheng_cli.patterns import pattern
from minsheng_cli.source.nodes import places_in
from minsheng_cli.source.scan import scan

_LEAD = pattern(r"([ \t\u3000\u00a0]*)(?:-([ \t\u3000\u00a0]+))?")
_ODD = pattern(r"[\t\u3000\u00a0]")
_KEY = pattern(r"['\"]?[\w-]+['\"]?\s*[:：]")
_WIDE_KEY = pattern(r"['\"]?[A-Za-z0-9_-]+['\"]?\s*：")
_OPENS_TEXT = pattern(r"[|>][+-]?[0-9]?\s*(?:#.*)?$")
_OPENS = (":", "[", "{", ",")
_MISREAD = MISPLACED | {"bad-id", "empty-value"}
_FAR = 500
"""Lines looked back on for levels."""
_NEAR = 1
_AHEAD = 6
"""Groups after it that are tried with a width that is not the only one."""
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


class _Said(NamedTuple):
    """What a text says, and how many misfits it has."""

    meaning: Any
    misfits: int


def lead_of(line: str) -> Lead:
    """What stands before the text of a line."""
    found = _LEAD.match(line)
    assert found is not None  # it may be empty
    return Lead(found[1], found[2], line[found.end() :])


def mend_indent(reader: Reader, text: str, *, ahead: bool = True) -> str | None:
    """The text with one group of lines moved to where they certainly belong; None where none is certain.

    Of several widths that say the same, `ahead` takes the one with which the lines after it can be moved too. A
    width that only such lines will settle is taken by a bold reader, who notes that it was guessed.
    """
    lines = text.split("\n")
    stumble = reader.parse(text).stumble
    groups = list(_groups(lines))
    if stumble is not None:
        before = [group for group in groups if group[0] <= stumble.line]
        groups = before[-_NEAREST:]
    elif groups:
        wrong = {misfit.at.line for misfit in reader.misfits(text) if misfit.kind in _MISREAD}
        groups = [group for group in groups if not wrong.isdisjoint(group)]
    for group in groups:
        for part in (group, group[:1]) if len(group) > 1 else (group,):
            ways, settled = _certain(reader, text, lines, part)
            if len(ways) > 1 and not settled:
                if not reader.bold:
                    continue
                reader.guessed = True
            if ways:
                return _going_on(reader, ways) if ahead and len(ways) > 1 else ways[0]
    return None


def _going_on(reader: Reader, ways: list[str]) -> str:
    """The first of the texts that can be read furthest when what follows is moved as well."""
    reached = []
    for way in ways:
        text = way
        for _ in range(_AHEAD):
            if reader.half_read or (better := mend_indent(reader, text, ahead=False)) is None:
                break
            text = better
        stumble = reader.parse(text).stumble
        reached.append(stumble.line if stumble else text.count("\n") + 2)
    return ways[reached.index(max(reached))]


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


def _certain(reader: Reader, text: str, lines: list[str], group: range) -> tuple[list[str], bool]:
    """The texts with a group's lines moved that can be meant, if they all say the same.

    And whether a line that is not moved has settled what they say.
    """
    then = reader.parse(text).stumble
    tried: list[tuple[int, str]] = []
    leads = [lead_of(lines[number - 1]) for number in group]
    ways = [tuple(lead.put(*width) for lead in leads) for width in _candidates(lines, group)]
    for moved in dict.fromkeys(ways):
        new = "\n".join([*lines[: group[0] - 1], *moved, *lines[group[-1] :]])
        stumble = reader.parse(new).stumble
        tried.append((stumble.line if stumble else len(lines) + 1, new))
    furthest = max((line for line, _ in tried), default=0)
    if furthest <= group[-1] or (furthest <= len(lines) and not _explained(lines, group[-1], furthest)):
        return [], False
    if then is not None and (furthest < then.line or (furthest == then.line and _fits(reader, text, group))):
        return [], False
    fits = [
        (found, new)
        for line, new in tried
        if line == furthest and (found := _fits(reader, new, group)) is not None
    ]
    sound = min((found.misfits for found, _ in fits), default=0) == 0
    said = [(found.meaning, new) for found, new in fits if found.misfits == 0 or not sound]
    between = map(lead_of, lines[group[-1] : furthest - 1])
    settled = furthest > len(lines) or any(not lead.odd and not lead.blank for lead in between)
    return [new for _, new in said] if all(found == said[0][0] for found, _ in said) else [], settled


def _explained(lines: list[str], last: int, stumble: int) -> bool:
    """Whether the file stumbles over something of its own; right after the lines moved it must be plain to see."""
    following = next((n for n in range(last + 1, len(lines) + 1) if not lead_of(lines[n - 1]).blank), stumble)
    if stumble > following or lead_of(lines[stumble - 1]).odd:
        return True
    near = "\n".join(lines[max(0, stumble - 2) : stumble])
    return any(misfit.kind != "tab" for misfit in scan("", near))


def _fits(reader: Reader, text: str, group: range) -> _Said | None:
    """What the text says as far as it can be read, if all lines of the group are at home in it; None where not.

    They must begin something, or go on with it, where that is possible at all; and so must the line after them.
    """
    lines = text.split("\n")
    end = reader.sound_until(text)
    head = text if end > len(lines) else "\n".join(lines[: end - 1])
    root = reader.parse(head).root
    if root is None or end <= group[-1]:
        return None
    lines = lines[: end - 1]
    begun = {at.line for at in places_in(root)}
    looked_at = set(group)
    begins, followed = 0, False
    opens_text = _OPENS_TEXT.search(lines[group[-1] - 1]) is not None
    for number, line in enumerate(lines, 1):
        lead = lead_of(line)
        if number in group and _WIDE_KEY.match(lead.rest):
            return None  # it is no key yet, and whatever it is now it was not meant to be
        if number in begun:
            begins = number
            followed = followed or number > group[-1]
            if lead.odd and number < group[0]:
                return None  # that line is to be moved first
            continue
        if lead.blank:
            continue
        if lead.gap is not None and _ODD.search(lead.gap):
            return None  # an entry would become the text of the one before it
        next_after = number > group[-1] and not followed and not opens_text
        starts = lead.gap is not None or _KEY.match(lead.rest)
        if starts and (number in group or next_after):
            return None
        if number in group:
            looked_at.add(begins)
        followed = followed or number > group[-1]
    if not looked_at.isdisjoint(reader.strangers(root)):
        return None
    misfits = reader.misfits(head)
    wrong = any(_speaks_against(misfit, group, looked_at) for misfit in misfits)
    return None if wrong else _Said(meaning(root), len(misfits))


def _speaks_against(misfit: Misfit, group: range, looked_at: set[int]) -> bool:
    """Whether a misfit shows that a line is not at home; of a text that goes on in it, any does.

    A sign or a tab nearby that is not right yet counts as well: what else is wrong there is not said beside it.
    """
    line = misfit.at.line
    if misfit.kind in ("tab", "full-width-sign") and group[0] - _NEAR <= line <= group[-1] + _NEAR:
        return True
    return line in looked_at and (misfit.kind in MISPLACED or line not in group)


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
    further = [innermost + _step(lines[max(0, first - _FAR) : first + _FAR])]
    first_guess = [*further, *near] if opens else [*near, *open_levels]
    return list(dict.fromkeys([*first_guess, *open_levels, *further, innermost + 2, innermost + 4, 0]))


def _step(lines: list[str]) -> int:
    """How many spaces further in the lines below a key mostly are."""
    steps: Counter[int] = Counter()
    opened = None
    for line in lines:
        lead = lead_of(line)
        if lead.blank:
            continue
        if opened is not None and not lead.odd and len(lead.indent) > opened:
            steps[len(lead.indent) - opened] += 1
        opened = lead.inner if line.rstrip().endswith(":") and not lead.odd else None
    return steps.most_common(1)[0][0] if steps else 2
