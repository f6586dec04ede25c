"""What `report` does once its options are read: choose, compare, and put into the format asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from minsheng_cli.cli import loading, select, streams
from minsheng_cli.cli.arguments import one_line, readable
from minsheng_cli.cli.choices import BY, FORMATS, SORT, SUFFIXES
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.cli.options import color_of, format_for, one_of
from minsheng_cli.cli.output import deliver, shown, target
from minsheng_cli.cli.places import ledger_root
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.month import Month
from minsheng_cli.status.rollup import roll_up
from minsheng_cli.terms import STATUS_WORDS
from minsheng_cli.views.report.rows import Choice, Rows, choose

if TYPE_CHECKING:
    from minsheng_cli.status.comparison import Comparison
    from minsheng_cli.status.standing import CountyStanding


class Asked(NamedTuple):
    """The options as they were typed."""

    ledger: str
    month: str
    compare: str
    as_of: str
    output_format: str
    by: str
    sort: str
    project: str
    department: str
    status: str
    output: str
    allow_invalid: bool
    color: str
    quiet: bool


def run(asked: Asked) -> None:
    """Print or write the report; a Mistake where it cannot be."""
    chosen = format_for(asked.output_format, asked.output, FORMATS, SUFFIXES)
    by = named(asked.by, BY, "--by")
    sort = named(asked.sort, SORT, "--sort")
    color_of(asked.color)
    status = _status(asked.status)
    if asked.compare and asked.as_of:
        raise Mistake("--compare 和 --as-of 不能同时用", "先和另一个月比，再另外运行一次看当时知道的")
    root = ledger_root(asked.ledger)
    file = target(asked.output)
    sound = loading.publishable(root, allow_invalid=asked.allow_invalid)
    choice = Choice(
        by=by,
        sort=sort,
        project=select.project_id(sound.plan, asked.project) if asked.project else None,
        department=select.department_id(sound.plan, asked.department) if asked.department else None,
        status=status,
    )
    month = select.report_month(sound.ledger, sound.plan, asked.month)
    then = _compared(sound, asked.compare, month)
    county = roll_up(sound.ledger, sound.figures, month, sound.left_out)
    rows = choose(county, choice)
    comparison = None
    if then is not None:
        from minsheng_cli.status.compare import compare

        comparison = compare(roll_up(sound.ledger, sound.figures, then, sound.left_out), county)
    elif asked.as_of:
        from minsheng_cli.cli.tasks.as_of import beside

        del sound  # what it was read into makes room for the other ledger
        comparison, rows = beside(root, asked.as_of, county, rows, choice)
    text = _rendered(chosen, county, rows, by, comparison, color=asked.color, file=file)
    deliver(text, file, quiet=asked.quiet)


def named(value: str, words: dict[str, str], option: str) -> str:
    """A choice by its name or its Chinese word."""
    value = readable(value).strip()
    names = {word: name for name, word in words.items()}
    if value in names:
        return names[value]
    return one_of(value, tuple(words), option, also=tuple(names))


def _status(wish: str) -> str | None:
    """The status that was asked for in Chinese or in English; None where none was."""
    wanted = readable(wish).strip()
    name = {word: name for name, word in STATUS_WORDS.items()}.get(wanted, wanted)
    if wish and name not in STATUS_WORDS:
        raise Mistake(f"没有“{one_line(wish)}”这个状态", f"可选：{'、'.join(STATUS_WORDS.values())}")
    return name or None


def _compared(sound: loading.Sound, wish: str, month: Month) -> Month | None:
    """The month to compare with, where one was asked for: any of the plan's but the report's own."""
    if not wish:
        return None
    then = select.report_month(sound.ledger, sound.plan, wish)
    if then == month:
        raise Mistake(f"{month} 不能和自己比：--compare 要写另一个月", _other_month(sound.plan, month))
    return then


def _other_month(plan: PlanFile, month: Month) -> str:
    """What to type instead: the month before, or for the plan's first month a later report."""
    if month > plan.plan.first_month:
        return f"如 --compare {month + -1}；要换统计月份，用 --month"
    return "用 --month 指明后面的月份"


def _rendered(
    chosen: str,
    county: CountyStanding,
    rows: Rows,
    by: str,
    comparison: Comparison | None,
    *,
    color: str,
    file: Path | None,
) -> str:
    """The text; only the module of the format asked for is imported."""
    if chosen == "json":
        from minsheng_cli.views.report.json import render as json

        return json(county, rows, comparison)
    if chosen == "markdown":
        from minsheng_cli.views.report.markdown import render as markdown

        return markdown(county, rows, by, comparison)
    if chosen == "csv":
        from minsheng_cli.views.report.csv import render as csv

        return csv(county, rows, by, comparison)
    from minsheng_cli.views.report.table import render as table

    lines = table(county, rows, by, None if file else streams.terminal_width(), comparison)
    return shown(lines, file, color)
