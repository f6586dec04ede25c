"""A text as the pieces that mean something, with the comments and blank lines between them.

The parser says where each piece begins and ends; what is left between two of them is blanks, line ends and
comments. So nothing that was typed can get lost on the way to another layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import yaml

from minsheng_cli.formatting.width import width
from minsheng_cli.patterns import pattern

BLOCKS = ("|", ">")
"""How a block text begins."""
_HEADER = pattern(r"([|>][0-9+-]*)[ \t]*(#.*)?")
"""The first line of a block text."""
_RULING = "#!-=*~_+.:/\\<>|"
"""Signs that people draw lines with: `#----` is no comment without its blank."""


class Unsafe(Exception):
    """A construct that the formatter does not touch; carries its line, and whether it is a name without a value."""

    def __init__(self, line: int, *, unnamed: bool = False) -> None:
        super().__init__(line)
        self.line = line
        self.unnamed = unnamed


class Comment(NamedTuple):
    """A comment as it is to be written, and where it stood."""

    text: str
    column: int
    """In characters, which is how blocks are moved in."""
    cells: int
    """In cells of a screen, which is how comments are lined up."""
    gap: int
    """How many blanks were before it."""


Trivia = Sequence[Comment | None]
"""Comments on lines of their own, and blank lines (None), never two of these in a row."""


class Piece:
    """A sign of YAML or a scalar as typed; `kind` is the sign, `s` a scalar, or the begin or end of something.

    `lead` are the lines before it, `trail` is the comment behind it, `broken`: whether it began a line,
    `indent`: how far the lines of a block text are moved in.
    """

    __slots__ = ("broken", "column", "indent", "kind", "lead", "line", "text", "trail")

    def __init__(self, kind: str, text: str, line: int, column: int) -> None:
        self.kind, self.text, self.line, self.column = kind, text, line, column
        self.lead: Trivia = ()
        self.trail: Comment | None = None
        self.broken = False
        self.indent = 0


MAPPING, SEQUENCE, KEY, CLOSE, END = "mapping", "sequence", "key", "close", "end"
"""Kinds of pieces that take no room: where a block or a name begins, where a block ends, where the text does."""
_KINDS = {
    yaml.BlockMappingStartToken: MAPPING,
    yaml.BlockSequenceStartToken: SEQUENCE,
    yaml.BlockEndToken: CLOSE,
    yaml.KeyToken: KEY,
    yaml.StreamEndToken: END,
    yaml.ScalarToken: "s",
    yaml.ValueToken: ":",
    yaml.BlockEntryToken: "-",
    yaml.FlowEntryToken: ",",
    yaml.FlowMappingStartToken: "{",
    yaml.FlowMappingEndToken: "}",
    yaml.FlowSequenceStartToken: "[",
    yaml.FlowSequenceEndToken: "]",
}
_NO_ROOM = frozenset((MAPPING, SEQUENCE, CLOSE, KEY))
_MARKERS = (yaml.DocumentStartToken, yaml.DocumentEndToken)
"""`---` and `...`, which a file of one document does not need; their comments are kept."""


def pieces(text: str) -> list[Piece]:
    """The pieces of a text that the parser reads; line ends are LF. Unsafe for what no ledger needs."""
    found: list[Piece] = []
    last: Piece | None = None
    lead: list[Comment | None] = []
    end = 0
    for token in _tokens(text):
        kind = _KINDS.get(type(token))
        mark = token.start_mark
        start, stop = min(mark.index, len(text)), min(token.end_mark.index, len(text))
        if kind in _NO_ROOM:
            if start != stop:
                raise Unsafe(mark.line + 1)  # `?` before a name
            found.append(Piece(kind or "", "", mark.line + 1, mark.column))
            continue
        if kind is None and not isinstance(token, (yaml.StreamStartToken, *_MARKERS)):
            raise Unsafe(mark.line + 1)
        broken = False
        if start > end:
            broken = _gap(text, end, start, last, lead)
        end = stop
        if kind is None:
            last = None  # a comment behind a marker that goes away gets a line of its own
            continue
        last = Piece(kind, text[start:stop], mark.line + 1, mark.column)
        last.broken = broken
        if lead:
            last.lead, lead = lead, []
        found.append(last)
        if kind == "s" and last.text[:1] in BLOCKS:
            end -= _block(last, token.value, text, stop, lead)
            last = None  # what follows begins on another line
    return found


def _tokens(text: str) -> Iterator[Any]:
    """The scanner's tokens, from the C scanner where PyYAML has it."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return yaml.scan(text, Loader=yaml.SafeLoader)
    return iter(CParser(text).get_token, None)


def _gap(text: str, start: int, end: int, last: Piece | None, lead: list[Comment | None]) -> bool:
    """Take what stands between two pieces: a comment behind the last one, lines into `lead`; whether a line ended."""
    lines = text[start:end].split("\n")
    at = start
    for number, line in enumerate(lines):
        bare = line.strip()
        if bare.startswith("#"):
            comment = _comment(text, at + line.index("#"), bare)
            if number == 0 and last is not None and last.kind != END:
                last.trail = comment
            else:
                lead.append(comment)
        elif bare:
            raise Unsafe(text.count("\n", 0, at) + 1)
        elif 0 < number < len(lines) - 1 and not (lead and lead[-1] is None):
            lead.append(None)
        at += len(line) + 1
    return len(lines) > 1


def _comment(text: str, at: int, typed: str) -> Comment:
    """A comment with one blank at least behind its `#`."""
    start = text.rfind("\n", 0, at) + 1
    before = text[start:at]
    said = typed.lstrip("#")
    if said and not said[0].isspace() and said[0] not in _RULING:
        typed = f"{typed[: len(typed) - len(said)]} {said}"
    return Comment(typed, len(before), width(before), len(before) - len(before.rstrip()))


def _block(piece: Piece, value: str, text: str, stop: int, lead: list[Comment | None]) -> int:
    """Part a block text from the comment on its first line and from what follows; how many characters go back to it."""
    header, _, body = piece.text.partition("\n")
    found = _HEADER.fullmatch(header.rstrip())
    if found is None:
        raise Unsafe(piece.line)
    sign = found[1]
    if found[2]:
        at = stop - len(piece.text) + found.start(2)
        piece.trail = _comment(text, at, found[2].rstrip())
    whole, _, rest = body.rpartition("\n")
    if rest.strip(" "):
        whole = body  # the text ends without a line end
        if "-" not in sign:
            sign = f"{sign.replace('+', '')}-"  # and would be given one
        rest = ""
    lines = whole.split("\n") if body else []
    if not value.strip():
        raise Unsafe(piece.line)  # nothing but blanks, of which nobody can tell the text from the layout
    piece.indent = _lead(lines) - _lead(value.split("\n"))
    if "+" not in sign:
        count = len(lines)
        while lines and not lines[-1].strip(" ") and len(lines[-1]) <= piece.indent:
            lines.pop()
        if len(lines) < count:
            lead.append(None)
    piece.text = "\n".join([sign, *lines])
    return len(rest)


def _lead(lines: Sequence[str]) -> int:
    """How far the first line that has any text is moved in."""
    first = next(line for line in lines if line.strip(" "))
    return len(first) - len(first.lstrip(" "))
