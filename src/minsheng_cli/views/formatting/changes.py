"""fmt --dry-run: what would be changed, each line before and after; fmt --check: in which files."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from minsheng_cli.formatting.difference import Hunk, hunks
from minsheng_cli.formatting.ledger import Laid
from minsheng_cli.views.findings.changes import visible
from minsheng_cli.views.formatting.told import SORTED
from minsheng_cli.views.harmful import harmless
from minsheng_cli.views.lines import Line

_MOST = 200
"""Lines that a person is shown of one file."""
_WHOLE = {"byte-order-mark": "开头的BOM → 去掉", "crlf": "换行符CRLF → LF", "lone-cr": "换行符CR → LF"}


def render(laid: Iterable[Laid]) -> list[Line]:
    """The file, then what is different as a whole, then line by line."""
    lines: list[Line] = []
    for file in laid:
        lines.append([(f"{harmless(file.path)}：", "title")])
        lines += [[(f"    {_WHOLE[kind]}", "")] for kind in file.misfits]
        if file.sorted:
            lines.append([(f"    {SORTED}", "")])
        shown = [line for hunk in islice(hunks(file.old, file.new), _MOST) for line in _hunk(hunk)]
        lines += shown[:_MOST]
        if len(shown) > _MOST:
            lines.append([("    后面还有，不一一列出", "head")])
    return lines


def _hunk(hunk: Hunk) -> list[Line]:
    lines: list[Line] = [[(f"    第{hunk.at}行", "head")]]
    lines += [[(f"      - {_line(line)}", "removed")] for line in hunk.before[:_MOST]]
    lines += [[(f"      + {_line(line)}", "added")] for line in hunk.after[:_MOST]]
    return lines


def _line(line: str) -> str:
    """A line in which also the blanks at its end can be seen."""
    if not line:
        return "（空行）"
    bare = line.rstrip(" ")
    return visible(bare) + ("〈行末空格〉" if bare != line else "")


def listed(laid: Iterable[Laid]) -> list[Line]:
    """One path a line, for people and for other programs."""
    return [[(harmless(file.path), "")] for file in laid]
