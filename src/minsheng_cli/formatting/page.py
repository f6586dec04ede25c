"""The lines of a file while it is written, with what is said behind them lined up as it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from minsheng_cli.formatting.pieces import Comment, Trivia, Unsafe
from minsheng_cli.formatting.width import width

GAP = 2
"""Blanks before a comment behind something."""


class Page:
    """Lines, each with the comment behind it."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = []
        self._remarks: dict[int, Comment] = {}

    def begin(self, indent: int) -> None:
        """Begin a line."""
        self._lines.append([" " * indent] if indent else [])

    def add(self, text: str) -> None:
        """Go on in the last line."""
        self._lines[-1].append(text)

    def remark(self, comment: Comment) -> None:
        """The comment behind what stands in the last line."""
        if self._remarks.setdefault(len(self._lines) - 1, comment) is not comment:
            raise Unsafe(len(self._lines))  # never two; but none may get lost

    def apart(self, trivia: Trivia, indent: int) -> None:
        """Comments on lines of their own, and blank lines: never two in a row, nor one at the top."""
        for each in trivia:
            if each is not None:
                self.begin(indent)
                self.add(each.text)
            elif self._lines and self._lines[-1]:
                self._lines.append([])

    def text(self) -> str:
        """The text; one line end is at its end."""
        lines = list(map("".join, self._lines))
        wide = {number: width(lines[number]) for number in self._remarks}
        columns = _columns([(comment, wide[number]) for number, comment in self._remarks.items()])
        for number, comment in self._remarks.items():
            column = columns.get(comment.cells, wide[number] + GAP)
            lines[number] += " " * (column - wide[number]) + comment.text
        return "\n".join(lines) + "\n"


def _columns(remarks: Sequence[tuple[Comment, int]]) -> dict[int, int]:
    """Where comments that stood one below the other stand now, by where they stood, in cells.

    However far apart their lines are, they stay in one column, as far from the longest line as they were, two
    blanks at least. Those that only happen to stand below each other, each right behind its line, are not lined up.
    """
    columns: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for comment, wide in remarks:
        columns[comment.cells].append((comment.gap, wide))
    return {
        cells: max(wide for _, wide in members) + max(GAP, min(gap for gap, _ in members))
        for cells, members in columns.items()
        if len(members) > 1 and (len({gap for gap, _ in members}) > 1 or members[0][0] > GAP)
    }
