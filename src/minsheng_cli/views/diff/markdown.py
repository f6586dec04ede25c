"""diff --format markdown: a review comment, the worst first, long lists folded."""

from __future__ import annotations

from collections.abc import Sequence

from minsheng_cli.review.difference import Difference
from minsheng_cli.views.diff.effects import (
    NOTHING,
    county_words,
    department_words,
    month_of,
    moved_departments,
    nothing_moved,
    project_lines,
)
from minsheng_cli.views.diff.names import Names
from minsheng_cli.views.diff.rows import Row, Section, sections
from minsheng_cli.views.diff.text import UNCHANGED, heading, summary
from minsheng_cli.views.gfm import listed, paragraph, text

MOST_OPEN = 10
"""Lines of a section that stand open; of a longer one the first stand open where it is loud, the rest is folded."""
_MOST = 60_000
"""Characters of a comment; GitHub refuses more than 65,536, GitLab a million, Gitee as many as GitHub."""
_CUT = "变动太多，这里没有列完；全部的用 minsheng diff 看。"


def render(difference: Difference, names: Names) -> str:
    """The differences as Markdown."""
    head = [f"### {text(heading(difference))}\n", f"{paragraph(f'{names.old.words} → {names.new.words}')}\n"]
    found = sections(difference)
    if not found and nothing_moved(difference):
        return "\n".join([*head, f"{UNCHANGED}\n"])
    parts = [*head, f"{paragraph(summary(found))}\n"]
    loud = [each for each in found if each.loud]
    quiet = [each for each in found if not each.loud]
    parts += [_section(each) for each in loud]
    parts.append(_effects(difference))
    return _bounded(parts, [_section(each) for each in quiet])


def _bounded(parts: list[str], more: Sequence[str]) -> str:
    """All parts, as far as a comment takes them; what is left out is said to be."""
    kept: list[str] = []
    size = 0
    for part in (*parts, *more):
        size += len(part) + 1
        if size > _MOST:
            kept.append(_fitting(part, _MOST - size + len(part)) + f"\n{_CUT}\n")
            break
        kept.append(part)
    return "\n".join(kept)


def _fitting(part: str, room: int) -> str:
    """The whole lines of a part that still fit, with what folds them closed."""
    lines = part[: max(0, room)].splitlines(keepends=True)[:-1]
    kept = "".join(lines)
    return kept + ("\n</details>\n" if kept.count("<details>") > kept.count("</details>") else "")


def _section(section: Section) -> str:
    title = f"{text(section.title)}（{len(section.rows)}）"
    rows = [_row(each, loud=section.loud) for each in section.rows]
    if len(rows) <= MOST_OPEN:
        return f"**{title}**\n\n{''.join(rows)}"
    if section.loud:
        return f"**{title}**\n\n{''.join(rows[:MOST_OPEN])}\n{_folded(f'其余{len(rows) - MOST_OPEN}处', rows[MOST_OPEN:])}"
    return _folded(title, rows)


def _row(row: Row, *, loud: bool) -> str:
    words = f"**{text(row.words)}**" if loud else text(row.words)
    return f"- {'<br>'.join([words, *(text(each) for each in row.reasons)])}\n"


def _folded(title: str, rows: Sequence[str]) -> str:
    return f"<details><summary>{title}</summary>\n\n{''.join(rows)}\n</details>\n"


def _effects(difference: Difference) -> str:
    effects, month = difference.effects, month_of(difference)
    said = county_words(difference) + (project_lines(effects) if effects else [])
    departments = list(map(department_words, moved_departments(effects))) if effects else []
    title = f"**影响（按{text(month)}算）**" if month else "**影响**"
    if not said and not departments:
        return f"{title}\n\n{NOTHING}\n"
    rows = [f"- {text(each)}\n" for each in said]
    shown = "".join(rows[: 2 * MOST_OPEN])
    if len(rows) > 2 * MOST_OPEN:
        shown += "\n" + _folded(f"其余{len(rows) - 2 * MOST_OPEN}项", rows[2 * MOST_OPEN :])
    if departments:
        shown += "\n" + _folded(f"各部门（{len(departments)}）", [listed([each]) for each in departments])
    return f"{title}\n\n{shown}"
