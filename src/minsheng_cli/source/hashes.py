"""A `#` in the middle of a text: what is behind it is a comment to YAML, and gone without a word.

A comment proper has a blank after its `#`, or a line of its own; `#1井` and `#东片` are words. Only where a text
stands is anything said: a tight comment behind a figure, a date or an id loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.patterns import pattern
from minsheng_cli.source.quoting import NUMBER

_HASH = pattern(r"(?<=[\s\[{])#(?=[0-9\u3400-\u9fff])")
_BLOCK = pattern(r"\s*(?:-\s+)*(?:([A-Za-z_][A-Za-z0-9_-]*):\s+)?")
_ITEM = pattern(r"\s*(?:[A-Za-z_][A-Za-z0-9_-]*:\s+)?")
_QUOTED = pattern(r"""(?<=[\s\[{])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
_COMMENT = pattern(r"\s#\s")
TEXTS = frozenset(("note", "revision", "text", "basis", "reason", "promise", "title", "name", "source"))
"""Names whose value is a sentence or a name: whoever types `#1井` there means it."""
_LONGEST = 300
_MOST = 1_000


def hashes(path: str, lines: Sequence[str], inside: Collection[int]) -> Iterator[Misfit]:
    """The texts that a `#` cuts; the lines `inside` (from 1) are in a text of several lines."""
    said = 0
    for number, line in enumerate(lines, 1):
        if "#" not in line or len(line) > _LONGEST or number in inside or line.lstrip().startswith("#"):
            continue
        below = lines[number] if number < len(lines) else ""
        found = _cut(line, below)
        if found is not None and said < _MOST:
            said += 1
            start, typed, kind = found
            about = {"typed": typed, "kind": kind}
            yield Misfit("file", "cut-by-hash", path, Position(number, start + 1), about)


def _cut(line: str, below: str) -> tuple[int, str, str] | None:
    """The text of a line that is cut: where it begins, the whole of it, and whether it is in brackets."""
    bare = _QUOTED.sub(lambda found: "x" * len(found[0]), line)
    found = _HASH.search(bare)
    if found is None or ((comment := _COMMENT.search(bare)) and comment.start() < found.start()):
        return None
    end = comment.start() if comment else len(line.rstrip())
    at = found.start()
    opened = _opened(bare[:at])
    head = _BLOCK.match(bare)
    assert head is not None
    if opened is not None:
        closes = re.search(r"[,\]}]", bare[at:end])
        if not re.search(r"[\]}]", bare[at:end]) or closes is None:
            return None
        item = _ITEM.match(bare, opened)
        assert item is not None
        start = min(item.end(), at)
        typed = line[start : at + closes.start()].rstrip()
        return start, typed, "number" if NUMBER.fullmatch(line[start:at].strip()) else "brackets"
    start, before = min(head.end(), at), line[head.end() : at].strip()
    dashed = bare.lstrip().startswith("- ") and head[1] is None
    if head[1] not in TEXTS and not dashed:
        return None
    if (before.isascii() and before) or before[:1] in ("[", "{", '"', "'", "|", ">"):
        return None
    deeper = len(below) - len(below.lstrip()) > len(line) - len(line.lstrip())
    if not before and below.strip() and deeper:
        return None
    return start, line[start:end].rstrip(), "block"


def _opened(before: str) -> int | None:
    """Where the item begins that is open in brackets; None where no bracket is."""
    depth, starts = 0, [0]
    for index, sign in enumerate(before):
        if sign in "[{":
            if index and before[index - 1] not in " [{-\t":
                continue
            depth += 1
            starts.append(index + 1)
        elif sign in "]}" and depth:
            depth -= 1
            starts.pop()
        elif sign == "," and depth:
            starts[-1] = index + 1
    return starts[-1] if depth else None
