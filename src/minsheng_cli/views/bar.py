"""Done against expected as a bar of plain ASCII, which every terminal draws one cell wide."""

from __future__ import annotations

from fractions import Fraction


def bar(done: Fraction | None, expected: Fraction | None, cells: int, *, full: bool) -> str:
    """`#` done, `.` expected by now and not done, `-` the rest; blank where nothing can be said."""
    if done is None:
        return " " * cells
    filled = cells if full and done >= 1 else min(cells - 1, int(done * cells))
    due = min(cells, int((expected or Fraction(0)) * cells))
    return "#" * filled + "." * (due - filled) + "-" * (cells - max(filled, due))
