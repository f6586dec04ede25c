"""A line that is not there, or one that should not be: what the parser says of the lines around it is not the cause.

Each is tried: the line put in or left out, only what lets the parser read on is said. The text is read once for
each, so larger texts are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.patterns import pattern
from minsheng_cli.source.hashes import TEXTS
from minsheng_cli.source.indent import REMARK
from minsheng_cli.source.saying import (
    LONGEST,
    OUT_OF_STEP,
    ReadsOn,
    indent_of,
    line_at,
    moved,
    says,
    unreadable,
)
from minsheng_cli.terms import KEY_NAMES

_ASCII_KEY = pattern(r"\s*(?:-\s+)?[A-Za-z0-9_-]+:\s+")
_OWN_LINE = pattern(r"( *(?:- +)?)(?:month|reported_on): +\S")
_SENTENCE = pattern(r"(?![-\[{\"'#&*!|>])(?!.*: )(?=.*[\u3400-\u9fff]).*[^:]")
_HEADING = pattern(r"(?=.*[\u3400-\u9fff])[^:：\"'{\[]{1,20}[:：]")
_COMMA_FOR_COLON = pattern(r"[A-Za-z][A-Za-z0-9-]*\s*[,，]\s*[0-9]+(?:\.[0-9]+)?")
_RULED = pattern(r"(?!(?:---|\.\.\.)$)(?:[=*_~—–…·.+`-]{2,}|//.*|`{3}\w*)")
_BARE = pattern(r"[A-Za-z0-9_.-]*[A-Za-z0-9]")
_IN_QUOTES = pattern(r"([\"'])([A-Za-z0-9_-]+: [^\"']+)\1")
_WITHOUT_COLON = pattern(r"( *(?:- +)?)([a-z_]+)\s+((?![#\[{])(?!.*:(?: |$)).*\S)\s*")
_DASHED_TEXT = pattern(r"\s*-\s+(?![A-Za-z_]+:)")
_TEXT_LINE = pattern(
    rf"\s*(?:-\s+|(?:-\s+)?(?:{'|'.join(sorted(TEXTS))}):\s+)(?![\[{{\"'#&*!|>])(?!.*: ).*[\u3400-\u9fff].*"
)
_TOP_CHILDREN = (
    ("reports", pattern(r" +- +month:")),
    ("projects", pattern(r" +- +no:")),
    ("schedule", pattern(r" +[A-Za-z0-9-]+: *\{ *[0-9]{4}-[0-9]{2}:")),
    ("plan", pattern(r" +(?:title|county|year):")),
)
"""Names that stand at the margin, and how the first line below them begins."""
_CHILD_WITH_ID = pattern(r" +- +\{?id:")
_ENTRY = pattern(r"( *)- +([a-z_]+):")
_NAMED = pattern(r"( +)([a-z_]+):")
_UP = 60
"""Lines that one entry of a list may have."""
_OUT_OF_PLACE = (*OUT_OF_STEP, "did not find expected <document start>")


def parent_left_out(
    path: str, words: str, at: Position, lines: Sequence[str], reads_on: ReadsOn
) -> Misfit | None:
    """The first line of what stands below a name, where the line with the name was left out."""
    if not any(piece in words for piece in _OUT_OF_PLACE):
        return None
    first = next((n for n, line in enumerate(lines) if says(line)), 0)
    near = [first] if "document start" in words else [at.line - 1, at.line - 2]
    for index in near:
        if not 0 <= index < len(lines):
            continue
        for name, spaces in _parents(words, lines, index):
            begins = indent_of(lines[index])
            named = [*lines[:index], f"{' ' * spaces}{name}:", *lines[index:]]
            if begins > spaces and reads_on("\n".join(named)):
                about = {"name": name, "spaces": str(spaces)}
                return unreadable(path, Position(index + 1, begins + 1), "parent left out", **about)
    return _entry_begins(path, at, lines, reads_on)


def _parents(words: str, lines: Sequence[str], index: int) -> Iterator[tuple[str, int]]:
    """Which names may be missing above a line, and how far in they would begin."""
    line, above = lines[index], lines[index - 1] if index else ""
    found = _OWN_LINE.match(above)
    if "mapping values" in words and found is not None and _ASCII_KEY.match(line):
        yield "figures", found.end(1)
    for name, child in _TOP_CHILDREN:
        if child.match(line) and not any(each.startswith(f"{name}:") for each in lines):
            yield name, 0
    if _CHILD_WITH_ID.match(line):
        dated = any("date:" in each for each in lines[index : index + 4])
        yield "deadlines" if dated else "indicators", len(above) - len(above.lstrip(" -"))


def _entry_begins(path: str, at: Position, lines: Sequence[str], reads_on: ReadsOn) -> Misfit | None:
    """The first entry of a list without its dash, or without its first line."""
    entry = _ENTRY.match(line_at(lines, at.line))
    if entry is None:
        return None
    spaces, key = len(entry[1]), entry[2]
    index = at.line - 2
    while index > max(0, at.line - _UP) and not _is_within(lines[index], spaces):
        index -= 1
    first = next((n for n in range(index + 1, at.line - 1) if says(lines[n])), None)
    named = _NAMED.match(lines[first]) if first is not None else None
    if (
        first is None
        or named is None
        or not lines[index].rstrip().endswith(":")
        or len(named[1]) != spaces + 2
    ):
        return None
    where, line = Position(first + 1, spaces + 3), lines[first]
    if named[2] == key:
        dashed = [*lines[:first], f"{entry[1]}- {line.lstrip(' ')}", *lines[first + 1 :]]
        return unreadable(path, where, "first dash", key) if reads_on("\n".join(dashed)) else None
    put = [*lines[:first], f"{entry[1]}- {key}: x", *lines[first:]]
    if not reads_on("\n".join(put)):
        return None
    return unreadable(path, where, "entry left out", name=key, spaces=str(spaces))


def _is_within(line: str, spaces: int) -> bool:
    """Whether a line begins no further in, so that it is the list's own name."""
    return says(line) and indent_of(line) <= spaces


def at_margin(path: str, words: str, at: Position, lines: Sequence[str], reads_on: ReadsOn) -> Misfit | None:
    """The first lines of a file, where they do not begin at the margin: what follows would be another document."""
    if "document start" not in words:
        return None
    first = next((n for n in range(at.line - 1) if says(lines[n])), None)
    given = 0 if first is None else indent_of(lines[first])
    if first is None or not given:
        return None
    end = at.line - 1
    while end > first + 1 and not says(lines[end - 1]):
        end -= 1
    for last in dict.fromkeys((first + 1, end)):
        out = [line[min(given, indent_of(line)) :] for line in lines[first:last]]
        if reads_on("\n".join([*lines[:first], *out, *lines[last:]])):
            return moved(path, lines[first], first + 1, 0, last)
    return None


def ruled(path: str, at: Position, lines: Sequence[str], reads_on: ReadsOn) -> Misfit | None:
    """A line that only parts or decorates, if without it the parser reads on."""
    for number in (at.line, at.line - 1, at.line - 2):
        if not 1 <= number <= len(lines) or not _RULED.fullmatch(text := lines[number - 1].strip()):
            continue
        above = lines[number - 2].strip() if number > 1 else ""
        if above.endswith(":") and above not in _SECTIONS:
            continue
        if reads_on("\n".join([*lines[: number - 1], "#", *lines[number:]])):
            begins = indent_of(lines[number - 1])
            return unreadable(path, Position(number, begins + 1), "stray", text[:LONGEST])
    return None


_SECTIONS = ("figures:", "reports:", "schedule:")


def colon_left_out(
    path: str, at: Position, opened: Position | None, lines: Sequence[str], reads_on: ReadsOn
) -> Misfit | None:
    """`name 全面完成`: one of our names with what belongs behind its colon."""
    for number in dict.fromkeys((at.line, at.line - 1, opened.line if opened else at.line)):
        found = _WITHOUT_COLON.fullmatch(line_at(lines, number)[: LONGEST + 1])
        if found is None or found[2] not in KEY_NAMES or len(found[0]) > LONGEST:
            continue
        mend = f"{found[2]}: {found[3]}"
        if reads_on("\n".join([*lines[: number - 1], f"{found[1]}{mend}", *lines[number:]])):
            about = {"text": f"{line_at(lines, number)[found.end(1) :].rstrip()}", "mend": mend}
            return Misfit("file", "missing-colon", path, Position(number, found.end(1) + 1), about)
    return None


def stray(
    path: str, words: str, at: Position, opened: Position | None, lines: Sequence[str], reads_on: ReadsOn
) -> Misfit | None:
    """A sentence or a heading that is none of the ledger's lines, if without it the parser reads on."""
    if not any(piece in words for piece in _OUT_OF_PLACE):
        return None
    numbers = [*([opened.line] if opened else []), at.line, at.line - 1, at.line - 2]
    for number in dict.fromkeys(numbers):
        if not 1 <= number <= len(lines):
            continue
        line = lines[number - 1]
        text, begins = line.strip(), indent_of(line)
        figure, heading = _COMMA_FOR_COLON.fullmatch(text), _HEADING.fullmatch(text)
        alone, quoted = _BARE.fullmatch(text), _IN_QUOTES.fullmatch(text)
        sentence = _SENTENCE.fullmatch(text)
        if (
            len(text) > LONGEST
            or REMARK.fullmatch(text)
            or not (figure or heading or alone or quoted or sentence)
        ):
            continue
        beside = [lines[other] for other in (number - 2, number) if 0 <= other < len(lines)]
        if begins and any(_DASHED_TEXT.match(each) for each in beside):
            continue
        above = lines[number - 2].strip() if number > 1 else ""
        if above.endswith(":") and not figure and above not in _SECTIONS:
            continue  # what should stand behind the colon
        last = number  # a signature has several such lines; they are said one after another
        while (
            sentence
            and last < len(lines)
            and _SENTENCE.fullmatch(lines[last].strip())
            and lines[last][:begins] == line[:begins]
        ):
            last += 1
        without = [*lines[: number - 1], *("#" for _ in range(number - 1, last)), *lines[last:]]
        if not reads_on("\n".join(without)):
            continue
        where = Position(number, begins + 1)
        if figure:
            return Misfit("file", "missing-colon", path, where, {"text": text})
        if alone:
            return unreadable(path, where, "could not find expected ':'", text)
        if quoted:
            return unreadable(path, where, "quotes around all", text, mend=quoted[2])
        goes_on = sentence and last == number and number > 1 and _TEXT_LINE.fullmatch(lines[number - 2])
        return unreadable(path, where, "stray below text" if goes_on else "stray", text)
    return None
