"""diff --format text: what changed, the worst first, then what it does to where things stand."""

from __future__ import annotations

from minsheng_cli.review.difference import Difference
from minsheng_cli.terms import sample_mark
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
from minsheng_cli.views.diff.rows import Section, sections
from minsheng_cli.views.grid import sentences
from minsheng_cli.views.lines import Line

UNCHANGED = "台账的内容没有变化。"
_INDENT, _HANG = "  ", "    "


def render(difference: Difference, names: Names, cells: int | None) -> list[Line]:
    """The differences as styled lines, `cells` wide (None: as wide as they need)."""
    lines = sentences([heading(difference), f"{names.old.words} → {names.new.words}"], cells, "", "title")
    found = sections(difference)
    if not found and nothing_moved(difference):
        return lines + sentences([UNCHANGED], cells)
    lines += sentences([summary(found)], cells)
    for section in found:
        lines += [[], *sentences([f"{section.title}（{len(section.rows)}）"], cells, "", _style(section))]
        for row in section.rows:
            lines += sentences([row.words], cells, _INDENT, "", _HANG)
            lines += sentences(row.reasons, cells, _HANG, "below", "")
    return lines + _effects(difference, cells)


def heading(difference: Difference) -> str:
    """Whose ledger it is, and that it is a sample where one side is."""
    plan = difference.new.plan or difference.old.plan
    return f"{plan.plan.title if plan else '台账'}　台账变动{sample_mark(difference.old.sample or difference.new.sample)}"


def summary(found: list[Section]) -> str:
    """How many lines each section has."""
    return f"共{sum(len(each.rows) for each in found)}处：" + "，".join(
        f"{each.title}{len(each.rows)}处" for each in found
    )


def _style(section: Section) -> str:
    return "error" if section.loud else "changed"


def _effects(difference: Difference, cells: int | None) -> list[Line]:
    effects, month = difference.effects, month_of(difference)
    lines = [[], *sentences([f"影响（按{month}算）" if month else "影响"], cells, "", "changed")]
    said = county_words(difference)
    if effects is not None:
        said += [*project_lines(effects), *map(department_words, moved_departments(effects))]
    return lines + sentences(said or [NOTHING], cells, _INDENT, "", _HANG)
