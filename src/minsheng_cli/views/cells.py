"""Text on a grid of terminal cells: width, padding, wrapping.

A Chinese character takes two cells. Nothing is ever cut: what does not fit is wrapped.
"""

from __future__ import annotations

from rich.cells import cell_len

from minsheng_cli.patterns import pattern
from minsheng_cli.views.harmful import harmless

__all__ = ["harmless", "left", "right", "width", "wrap"]

_NOT_FIRST = "，。；：！？、）》」』】〕”’%…"
"""Signs that must not begin a line."""
_NOT_LAST = "（《「『【〔“‘"
"""Signs that must not end a line."""
_TOKEN = pattern(r"[!-~]*[0-9%](?:个?百分点|万?平方?米|公里|公顷|人次|万[人元]|[\u4e00-\u9fff])|[!-~]+|.")
"""A run of half-width letters, digits and signs stays together, and with it the unit behind a number; anything
else breaks anywhere.
"""

width = cell_len


def left(text: str, cells: int) -> str:
    """Padded on the right to `cells`."""
    return text + " " * (cells - width(text))


def right(text: str, cells: int) -> str:
    """Padded on the left to `cells`."""
    return " " * (cells - width(text)) + text


def wrap(text: str, cells: int | None) -> list[str]:
    """`text` in lines of at most `cells` (None: one line); signs keep to the side where they belong."""
    if cells is None or width(text) <= cells:
        return [text]
    cells = max(cells, 4)
    lines: list[str] = []
    line: list[str] = []
    taken = 0
    for token in _pieces(text, cells):
        wide = width(token)
        if line and taken + wide > cells:
            carried = _carried(line, token)
            lines.append("".join(line).rstrip())
            line, taken = carried, sum(map(width, carried))
        if line or token != " ":
            line.append(token)
            taken += wide
    return [*lines, "".join(line)]


def _carried(line: list[str], token: str) -> list[str]:
    """What moves to the next line, so that no sign stands where it must not; taken off `line`."""
    carried: list[str] = []
    while len(line) > 1 and ([*carried, token][0][0] in _NOT_FIRST or line[-1][-1] in _NOT_LAST):
        carried.insert(0, line.pop())
    return carried


def _pieces(text: str, cells: int) -> list[str]:
    """Tokens, those longer than a line split."""
    pieces = []
    for token in _TOKEN.findall(text):
        if width(token) <= cells:
            pieces.append(token)
        else:
            pieces += _cut(token, cells)
    return pieces


def _cut(token: str, cells: int) -> list[str]:
    """A token in pieces of at most `cells`; half-width signs, but for the unit at its end."""
    digits = token[: len(token.encode("ascii", "ignore"))]
    unit = token[len(digits) :]
    pieces = [digits[start : start + cells] for start in range(0, len(digits), cells)]
    return [*pieces, *unit]
