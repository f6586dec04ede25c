"""Draw docs/report.svg, the picture of the report in README.md; run by hand from anywhere.

It is the screen of a terminal: head, legend and, of the projects, the first in each status. What stands there
is what the program prints, colours included. tests/test_readme.py holds the picture equal to it, byte for byte.

Every word is set at its own cell and told how long it is, so that columns stay columns whatever fonts the
reader has; the ground is drawn too, so that a page may be light or dark. Nothing is fetched, nothing runs.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from rich.cells import cell_len

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "report.svg"
COMMAND = ("report", "--month", "2023-08")
CELLS = 68
"""As wide as a telephone still shows legibly."""
CUT = "      ……（略）"
TITLE = "终端里的报表：minsheng report --month 2023-08（示例数据）"

CELL, LINE, EDGE = 8, 24, 16
"""Width and height of a cell, and the margin; a Chinese character is two cells wide, so 16 high."""
STYLES = {
    "": "",
    "1": "t",
    "2": "d",
    "32": "g",
    "33": "y",
    "1;33": "y t",
    "1;31": "r t",
    "35": "m",
}
"""The program's colours, as a terminal is told them, and their classes in the picture."""
SHEET = """\
text{font-family:"Noto Sans Mono CJK SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei","WenQuanYi Zen Hei",sans-serif;font-size:16px;fill:#e6edf3;text-spacing-trim:space-all}
.h{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;font-size:14.5px}
.t{font-weight:bold}.d{fill:#9da7b1}.g{fill:#56d364}.y{fill:#f0b72f}.r{fill:#ff8f87}.m{fill:#e29bf5}
"""
_COLOUR = re.compile(r"\x1b\[([0-9;]*)m")
_ROW = re.compile(r" {0,3}[0-9]+ ")
_SURROUNDINGS = ("COLUMNS", "FORCE_COLOR", "MINSHENG_LEDGER")
"""Variables that would change what is printed."""


def printed() -> str:
    """What the command prints on a coloured terminal of that width, no matter where this runs."""
    env = {name: value for name, value in os.environ.items() if name not in _SURROUNDINGS}
    env["COLUMNS"] = str(CELLS)
    command = [sys.executable, "-m", "minsheng_cli", *COMMAND, "--color", "always"]
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def excerpt(report: str) -> list[str]:
    """The lines that are shown: of the projects, the first in each status."""
    head, table, legend = report.rstrip("\n").split("\n\n")
    title, *lines = table.split("\n")
    projects: list[list[str]] = []
    for line in lines:
        if _ROW.match(_COLOUR.sub("", line)):
            projects.append([])
        projects[-1].append(line)
    shown, seen, left_out = [title], set[str](), False
    for project in projects:
        status = _COLOUR.sub("", project[0]).split()[4]
        left_out = left_out or status in seen
        if status not in seen:
            shown += [*([CUT] if left_out else []), *project]
            seen.add(status)
            left_out = False
    return [*head.split("\n"), "", *shown, *([CUT] if left_out else []), "", *legend.split("\n")]


def words(line: str) -> Iterator[tuple[int, int, str, str]]:
    """What is set in one piece, signs of one width: at which cell, how wide a sign, in which style, what."""
    cell, style = 0, ""
    for index, part in enumerate(_COLOUR.split(line)):
        if index % 2:
            style = "" if part == "0" else part
            continue
        for (blank, wide), signs in groupby(part, lambda sign: (sign.isspace(), cell_len(sign))):
            word = "".join(signs)
            if not blank:
                yield cell, wide, style, word
            cell += wide * len(word)


def picture(report: str) -> str:
    """The whole file."""
    lines = [f"\x1b[2m$ minsheng {' '.join(COMMAND)}\x1b[0m", "", *excerpt(report)]
    width, height = CELLS * CELL + 2 * EDGE, len(lines) * LINE + 2 * EDGE
    told = "\n".join(_COLOUR.sub("", line).strip() for line in lines if line)
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title desc" lang="zh-CN">',
        f'<title id="title">{escape(TITLE)}</title>',
        f'<desc id="desc">{escape(told)}</desc>',
        f"<style>\n{SHEET}</style>",
        f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="8" fill="#0d1117" stroke="#6e7681"/>',
    ]
    for row, line in enumerate(lines):
        y = EDGE + row * LINE + LINE * 3 // 4
        drawn += [_set(cell, y, wide, STYLES[style], word) for cell, wide, style, word in words(line)]
    return "\n".join([*drawn, "</svg>", ""])


def _set(cell: int, y: int, wide: int, style: str, word: str) -> str:
    names = " ".join(filter(None, ("h" if wide == 1 else "", style)))
    named = f' class="{names}"' if names else ""
    length = f'textLength="{wide * len(word) * CELL}" lengthAdjust="spacingAndGlyphs"'
    return f'<text{named} x="{EDGE + cell * CELL}" y="{y}" {length}>{escape(word)}</text>'


if __name__ == "__main__":
    PICTURE.write_text(picture(printed()), "utf-8", newline="\n")
