"""Rewrite the report that README.md shows from what the program really prints; run by hand from anywhere.

The excerpt is the head, the first projects and the legend, as printed into a pipe.
tests/test_readme.py holds README.md equal to it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
COMMAND = ("report", "--month", "2023-08")
PROJECTS = 6
"""How many projects the excerpt shows."""
CUT = "      ……（中间略）"
MARKED = re.compile(r"(<!-- report:begin[^\n]*-->\n).*?(<!-- report:end -->)", re.DOTALL)
_SURROUNDINGS = ("COLUMNS", "FORCE_COLOR", "MINSHENG_LEDGER")
"""Variables that would change what is printed."""


def printed() -> str:
    """What the command prints into a pipe, no matter where this runs."""
    env = {name: value for name, value in os.environ.items() if name not in _SURROUNDINGS}
    command = [sys.executable, "-m", "minsheng_cli", *COMMAND]
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def excerpt(report: str) -> str:
    """Head, first projects and legend of a report; the paragraphs are parted by empty lines."""
    head, table, legend = report.rstrip("\n").split("\n\n")
    lines = table.split("\n")
    # A project's row begins with its number, right-aligned; the sentences below it are indented further.
    rows = [index for index, line in enumerate(lines) if re.match(r" {0,3}[0-9]+ ", line)]
    shown = lines[: rows[PROJECTS]] if len(rows) > PROJECTS else lines
    cut = [CUT] if len(shown) < len(lines) else []
    return "\n".join([head, "", *shown, *cut, "", legend])


def refreshed(readme: str, report: str) -> str:
    """The README's text with the excerpt between its markers."""
    block = f"```text\n{excerpt(report)}\n```\n"
    return MARKED.sub(lambda found: found[1] + block + found[2], readme)


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text("utf-8"), printed()), "utf-8", newline="\n")
