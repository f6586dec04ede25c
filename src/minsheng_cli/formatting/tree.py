"""Pieces as a tree of mappings and lists, each comment on a line of its own with the level that it stands at."""

from __future__ import annotations

from collections.abc import Sequence

from minsheng_cli.formatting.pieces import CLOSE, END, KEY, MAPPING, SEQUENCE, Comment, Piece, Trivia, Unsafe


class Entry:
    """A name and its value, or an item of a list: `head` is what it begins with, `sign` its colon or its dash."""

    __slots__ = ("head", "sign", "value")

    def __init__(self, head: Piece, sign: Piece, value: Mapping | Listing | Flow | Piece | None) -> None:
        self.head, self.sign, self.value = head, sign, value


class _Block:
    """A block, the column that it began at, and the comments at its end."""

    __slots__ = ("column", "entries", "tail")

    def __init__(self, column: int) -> None:
        self.column = column
        self.entries: list[Entry] = []
        self.tail: Trivia = ()


class Mapping(_Block):
    """Names, each on a line of its own."""

    __slots__ = ()


class Listing(_Block):
    """Items behind dashes."""

    __slots__ = ()


class Flow:
    """What stands in brackets, as its pieces."""

    __slots__ = ("pieces",)

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces


class Tree:
    """A whole file; `foot` are the comments behind its end."""

    __slots__ = ("foot", "root")

    def __init__(self, root: Mapping | Listing | Flow, foot: Trivia) -> None:
        self.root, self.foot = root, foot


def first_of(node: Mapping | Listing | Flow | Piece) -> Piece:
    """The piece that a value begins with."""
    if isinstance(node, Piece):
        return node
    return node.pieces[0] if isinstance(node, Flow) else node.entries[0].head


def tree(pieces: Sequence[Piece]) -> Tree:
    """The tree of a file's pieces."""
    growing = _Growing(pieces)
    root = growing.node()
    if growing.now.kind != END or root is None or isinstance(root, Piece):
        raise Unsafe(growing.now.line)
    return Tree(root, growing.now.lead)


class _Growing:
    """Goes through the pieces once; the parser has bounded the depth before."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._place = 0

    @property
    def now(self) -> Piece:
        return self._pieces[self._place]

    def _take(self) -> Piece:
        piece = self._pieces[self._place]
        self._place += 1
        return piece

    def node(self) -> Mapping | Listing | Flow | Piece | None:
        """The value that begins here; None where nothing stands."""
        kind = self.now.kind
        if kind == MAPPING:
            return self._mapping()
        if kind == SEQUENCE:
            self._take()
            return self._listing(closed=True)
        if kind == "s":
            return self._take()
        return self._flow() if kind in "{[" else None

    def _mapping(self) -> Mapping:
        mapping = Mapping(self._take().column)
        while self.now.kind == KEY:
            self._take()
            head = self._scalar()
            sign = self._take()
            if sign.kind != ":":
                raise Unsafe(head.line)
            value = self._listing(closed=False) if self.now.kind == "-" else self.node()
            mapping.entries.append(Entry(head, sign, value))
        self._close(mapping)
        return mapping

    def _scalar(self) -> Piece:
        if self.now.kind != "s" or "\n" in self.now.text:
            raise Unsafe(self.now.line)
        return self._take()

    def _listing(self, *, closed: bool) -> Listing:
        """A list; one at the column of its name has no end of its own."""
        listing = Listing(self.now.column)
        while self.now.kind == "-":
            dash = self._take()
            listing.entries.append(Entry(dash, dash, self.node()))
        if closed:
            self._close(listing)
            return listing
        listing.tail = self._tail(listing.column + 1)  # at its own column stands what is below its name
        return listing

    def _close(self, block: _Block) -> None:
        if self.now.kind != CLOSE or not block.entries:
            raise Unsafe(self.now.line)
        self._take()
        block.tail = self._tail(block.column)

    def _tail(self, column: int) -> Trivia:
        """The comments behind a block that stand at its column, further in than what comes next."""
        place = self._place
        while self._pieces[place].kind in (CLOSE, KEY):
            place += 1
        following = self._pieces[place]
        floor = -1 if following.kind == END else following.column
        count = 0
        for number, each in enumerate(following.lead, 1):
            if each is not None:
                if each.column < column or each.column <= floor:
                    break
                count = number
        tail, following.lead = following.lead[:count], following.lead[count:]
        return tail

    def _flow(self) -> Flow:
        """Everything up to the bracket that closes; names need no sign of their own in it.

        In braces `{done: 1,301}` reads as two names, the second without a value: whoever typed that meant something
        else, which a blank behind the comma would hide.
        """
        found: list[Piece] = []
        opened: list[str] = []
        while True:
            piece = self._take()
            if piece.kind == KEY:
                continue
            last = found[-1].kind if found else ""
            if piece.kind == ":" and last != "s":
                raise Unsafe(piece.line)
            if piece.kind in ",}" and opened[-1] == "{" and last == "s" and found[-2].kind in "{,":
                raise Unsafe(piece.line, unnamed=True)
            found.append(piece)
            if piece.kind in "{[":
                opened.append(piece.kind)
            elif piece.kind in "}]":
                opened.pop()
            if not opened:
                return Flow(found)


def remarks(trivia: Trivia) -> list[Comment]:
    """The comments among comments and blank lines."""
    return [each for each in trivia if each is not None]
