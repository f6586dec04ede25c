"""Text and tables in Markdown as GitHub, GitLab, Gitee and pandoc read it (GFM).

What comes from files stays plain text there: no markup, no HTML, no link, nobody notified. A backslash keeps
a sign from being markup, but not a finished page from being searched for names and numbers to link; what
would be found there is broken by an entity without width, which copies and reads as nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minsheng_cli.views.harmful import harmless

BREAK = "&#8203;"
"""A space without width, written so that it is seen in the source."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "\\": "&#92;"}
"""Signs whose backslash is read differently by different tables, or that HTML knows."""
_ESCAPED = "`*_{}[]#~$^!"
_SIGN = re.compile("[" + re.escape("".join(_ENTITIES) + _ESCAPED) + "]")
_LINKED = re.compile(
    r"(?<=@)(?=.)"  # @somebody, somebody@example.com
    r"|(?<=[#!$%&~^])(?=[0-9A-Za-z_\"])"  # #12, !12, %12, &12, ~label: what GitHub and GitLab number
    r"|(?<=:)(?=//)"  # https://
    r"|(?<=:)(?=[0-9A-Za-z_+-]+:)"  # :smile:
    r"|(?<=\bGH-)(?=[0-9])"
    r"|(?<=www)(?=\.)",
    re.IGNORECASE | re.ASCII,
)
_COMMIT = re.compile(r"\b(?=[0-9]*[a-f])[0-9a-f]{7,40}\b", re.IGNORECASE | re.ASCII)
"""The number of a commit; a figure has digits only."""
_SHORT = 6
"""Digits that are too few to be one."""
_BLOCK = re.compile(r"[-+=:]|[0-9]+(?=[.)])")
"""What makes a list, a heading or a definition of a line that begins with it."""
_EDGE = re.compile(r"^\s+|\s+$")


def text(words: str) -> str:
    """Words as plain text within a line or a cell."""
    pieces = _LINKED.split(harmless(words))
    escaped = BREAK.join(_SIGN.sub(_escape, piece) for piece in pieces)
    unlinked = _COMMIT.sub(lambda found: BREAK.join(re.findall(f".{{1,{_SHORT}}}", found[0])), escaped)
    return _EDGE.sub(lambda found: "".join(f"&#{ord(sign)};" for sign in found[0]), unlinked)


def _escape(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0], f"\\{found[0]}")


def paragraph(words: str) -> str:
    """Words as plain text where a line begins."""
    escaped = text(words)
    found = _BLOCK.match(escaped)
    if found is None:
        return escaped
    place = found.end() if found[0].isdigit() else 0
    return f"{escaped[:place]}\\{escaped[place:]}"


def listed(sentences: Sequence[str]) -> str:
    """A list of sentences; nothing where there is none."""
    return "".join(f"- {paragraph(each)}\n" for each in sentences)


def table(titles: Sequence[tuple[str, bool]], rows: Sequence[Sequence[str]]) -> str:
    """A table of cells that are Markdown already, nothing without rows; a title says whether its column is set to the right."""
    if not rows:
        return ""
    lines = [
        [text(title) for title, _ in titles],
        ["--:" if to_right else "---" for _, to_right in titles],
        *rows,
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
