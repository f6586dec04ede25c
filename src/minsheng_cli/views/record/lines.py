"""The lines of a file that change: each as it was and as it will be."""

from __future__ import annotations

from difflib import SequenceMatcher

from minsheng_cli.ends import alike_at_ends
from minsheng_cli.finding import LINE_END
from minsheng_cli.views.findings.changes import visible
from minsheng_cli.views.lines import Line

_MOST = 500
"""Lines that are compared one by one; more are shown as taken away and put there."""


def render(path: str, before: str, after: str) -> list[Line]:
    """The file's name, then each change: where, the lines taken away, the lines put there."""
    old, new = LINE_END.split(before) if before else [], LINE_END.split(after)
    top, bottom = alike_at_ends(old, new)
    old_part, new_part = old[top : len(old) - bottom], new[top : len(new) - bottom]
    if max(len(old_part), len(new_part)) > _MOST:
        codes = [("replace", 0, len(old_part), 0, len(new_part))]
    else:
        codes = list(SequenceMatcher(None, old_part, new_part, autojunk=False).get_opcodes())
    lines: list[Line] = [[(f"{visible(path)}：", "name")]]
    for tag, a, b, c, d in codes:
        if tag == "equal":
            continue
        lines.append([(f"    第{top + (c if d > c else a) + 1}行", "below")])
        lines += [[(f"      - {visible(line)}", "below")] for line in old_part[a:b]]
        lines += [[(f"      + {visible(line)}", "changed")] for line in new_part[c:d]]
    return lines
