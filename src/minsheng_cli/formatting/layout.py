"""The tree written anew: two blanks a level, one behind a colon or a comma, none where they are not needed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, zip_longest

from minsheng_cli.formatting.page import Page
from minsheng_cli.formatting.pieces import BLOCKS, Piece
from minsheng_cli.formatting.tree import Entry, Flow, Listing, Mapping, Tree, first_of, remarks

STEP = 2


def written(tree: Tree) -> str:
    """A file in its canonical form."""
    writing = _Writing()
    if isinstance(tree.root, Flow):
        writing.page.apart(tree.root.pieces[0].lead, 0)
        writing.page.begin(0)
        writing.flow(tree.root, 0)
    else:
        writing.block(tree.root, 0)
    foot = tree.foot[:-1] if tree.foot and tree.foot[-1] is None else tree.foot
    writing.page.apart(foot, 0)
    return writing.page.text()


class _Writing:
    """Writes nodes on a page; an indent is the column that a line begins at."""

    def __init__(self) -> None:
        self.page = Page()

    def block(self, block: Mapping | Listing, indent: int, *, begun: bool = False) -> None:
        """A block at `indent`; `begun`: its first line is, by a dash."""
        for entry in block.entries:
            if not begun:
                self.page.apart(entry.head.lead, indent)
                self.page.begin(indent)
            begun = False
            self.page.add("-" if entry.head is entry.sign else f"{entry.head.text}:")
            if entry.sign.trail is not None:
                self.page.remark(entry.sign.trail)
            if entry.value is not None:
                self._value(entry, indent)
        self.page.apart(block.tail, indent)

    def _value(self, entry: Entry, above: int) -> None:
        """What stands behind a colon or a dash, of a block at the column `above`.

        It goes on in the same line where no comment is in between, and, behind a colon, where it is no block. What takes
        several lines and began on one of its own still does.
        """
        value, below = entry.value, above + STEP
        assert value is not None
        lead = first_of(value).lead
        begun = entry.sign.trail is None and not remarks(lead) and not _stands_below(value)
        if isinstance(value, (Mapping, Listing)):
            begun = begun and entry.head is entry.sign
            if begun:
                self.page.add(" ")
            self.block(value, below, begun=begun)
            return
        if begun:
            self.page.add(" ")
        else:
            self.page.apart(lead, below)
            self.page.begin(below)
        if isinstance(value, Flow):
            self.flow(value, above)
        elif value.text.startswith(BLOCKS):
            self._block_text(value, above)
        else:
            self._scalar(value, below)

    def _scalar(self, piece: Piece, indent: int) -> None:
        """A scalar as typed; the further lines of a longer one are moved to `indent`."""
        first, *others = piece.text.split("\n") if "\n" in piece.text else (piece.text,)
        self.page.add(_trimmed(first, piece) if others else first)
        for number, line in enumerate(others, 1):
            bare = line.lstrip(" \t")
            bare = bare if number == len(others) else _trimmed(bare, piece)
            self.page.begin(indent if bare else 0)
            self.page.add(bare)
        if piece.trail is not None:
            self.page.remark(piece.trail)

    def _block_text(self, piece: Piece, above: int) -> None:
        """A text behind `|` or `>`: its lines are moved all by the same, for blanks beyond its indent are text."""
        sign, *lines = piece.text.split("\n")
        self.page.add(sign)
        if piece.trail is not None:
            self.page.remark(piece.trail)
        given = sign.strip("|>+-")
        old = piece.indent
        new = above + (int(given) if given else STEP)
        for line in lines:
            empty = len(line) <= old and not line.strip(" ")
            self.page.begin(0 if empty else new)
            self.page.add("" if empty else line[old:])

    def flow(self, flow: Flow, above: int) -> None:
        """What stands in brackets, on as many lines as it did, each moved in by its depth."""
        depth = 0
        last: Piece | None = None
        for piece in _without_last_commas(flow.pieces):
            inside = above + STEP * max(1, depth)
            depth -= piece.kind in "}]"
            if last is not None:
                self._between(last, piece, inside, above + STEP * max(1, depth))
            if piece.kind == "s":
                self._scalar(piece, above + STEP * (depth + 1))
            else:
                self.page.add(piece.kind)
                if piece.trail is not None:
                    self.page.remark(piece.trail)
            depth += piece.kind in "{["
            last = piece

    def _between(self, last: Piece, piece: Piece, inside: int, indent: int) -> None:
        """What stands between two pieces in brackets: a new line, a blank, or nothing."""
        if _parted(last, piece):
            self.page.apart(remarks(piece.lead), inside)
            self.page.begin(indent)
        elif last.kind == ":" or not (last.kind in "{[" or piece.kind in "}],:"):
            self.page.add(" ")


def _parted(last: Piece, piece: Piece) -> bool:
    """Whether two pieces in brackets stand on two lines: for a comment, or as typed beside a bracket or behind a comma."""
    beside = last.kind in "{[," or piece.kind in "}]"
    return last.trail is not None or bool(remarks(piece.lead)) or (piece.broken and beside)


def _stands_below(value: Mapping | Listing | Flow | Piece) -> bool:
    """Whether a value of several lines, no block, has all of them below its name or dash."""
    if isinstance(value, Piece):
        return value.broken and "\n" in value.text and not value.text.startswith(BLOCKS)
    if not isinstance(value, Flow) or not value.pieces[0].broken:
        return False
    pieces = list(_without_last_commas(value.pieces))
    return any("\n" in piece.text or _parted(last, piece) for last, piece in pairwise(pieces))


def _trimmed(line: str, piece: Piece) -> str:
    """A line of a longer scalar without the blanks at its end, which YAML reads only behind a backslash in quotes."""
    bare = line.rstrip(" \t")
    return line if piece.text[0] == '"' and bare.endswith("\\") else bare


def _without_last_commas(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces without the commas before a closing bracket, but for those that a comment stands at."""
    for piece, following in zip_longest(pieces, pieces[1:]):
        last = piece.kind == "," and following is not None and following.kind in "}]"
        if not last or piece.trail is not None or remarks(following.lead) or remarks(piece.lead):
            yield piece
