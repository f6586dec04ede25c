"""What validate --fix has changed, or would change: each line before and after."""

from __future__ import annotations

from collections.abc import Sequence

from minsheng_cli.mending.change import Mended
from minsheng_cli.views.cells import harmless


def render(mended: Sequence[Mended]) -> list[str]:
    """Lines for a person: the file, then every change in it."""
    lines = []
    for file in mended:
        lines.append(f"{harmless(file.path)}：")
        for change in file.changes:
            if change.line is None:
                lines.append(f"    {change.before} → {change.after}")
                continue
            lines.append(f"    第{change.line}行")
            lines.append(f"      - {harmless(change.before)}")
            lines.append(f"      + {harmless(change.after)}")
    return lines
