"""minsheng report: where all promises stand in a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from minsheng_cli.cli import completion
from minsheng_cli.cli.arguments import one_line, readable
from minsheng_cli.cli.mistakes import FINE, Mistake
from minsheng_cli.cli.options import (
    ColorOption,
    LedgerOption,
    OutputOption,
    QuietOption,
    format_for,
    ledger_root,
    one_of,
)
from minsheng_cli.terms import STATUS_WORDS

if TYPE_CHECKING:
    from minsheng_cli.status.standing import CountyStanding
    from minsheng_cli.views.report.rows import Rows

FORMATS = ("table", "json")
SUFFIXES = {".json": "json", ".txt": "table"}
BY = ("project", "department", "area", "indicator")
SORT = ("plan", "status", "percent")


MonthOption = Annotated[
    str,
    typer.Option(
        "--month",
        "-m",
        metavar="月份",
        help="统计到哪个月，如 2025-08；不写为最近有月报的月",
        autocompletion=completion.months,
    ),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="格式",
        help="输出格式：table、json",
        autocompletion=completion.choices(FORMATS),
    ),
]
ByOption = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="口径",
        help="按什么列：project 项目、department 部门、area 领域、indicator 指标",
        autocompletion=completion.choices(BY),
    ),
]
SortOption = Annotated[
    str,
    typer.Option(
        "--sort",
        metavar="次序",
        help="排序：plan 计划次序、status 急的在前、percent 完成率从高到低",
        autocompletion=completion.choices(SORT),
    ),
]
ProjectOption = Annotated[
    str,
    typer.Option(
        "--project",
        "-p",
        metavar="项目",
        help="只列一个项目：序号、代号或名称的一部分",
        autocompletion=completion.projects,
    ),
]
DepartmentOption = Annotated[
    str,
    typer.Option(
        "--department",
        "-d",
        metavar="部门",
        help="只列一个部门的：代号、简称或名称的一部分",
        autocompletion=completion.departments,
    ),
]
StatusOption = Annotated[
    str,
    typer.Option(
        "--status",
        "-s",
        metavar="状态",
        help="只列一种状态：滞后、预警、逾期……或其英文",
        autocompletion=completion.statuses,
    ),
]
AllowInvalidOption = Annotated[
    bool, typer.Option("--allow-invalid", help="台账有错时，去掉出错的文件照样出，并在结果里注明")
]


def report(
    ledger: LedgerOption = "",
    month: MonthOption = "",
    output_format: FormatOption = "",
    by: ByOption = "project",
    sort: SortOption = "plan",
    project: ProjectOption = "",
    department: DepartmentOption = "",
    status: StatusOption = "",
    output: OutputOption = "",
    allow_invalid: AllowInvalidOption = False,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> int:
    """进度报表：全县完成多少、各项目到哪一步、离时限还差多少。

    筛选只影响列出哪些行，开头的汇总始终是全县的。

    例：
    minsheng report --month 2025-08
    minsheng report --by department --sort percent
    minsheng report --status 滞后
    minsheng report --format json --output 8月.json
    """
    chosen = format_for(output_format, output, FORMATS, SUFFIXES)
    one_of(by, BY, "--by")
    one_of(sort, SORT, "--sort")
    one_of(color, ("auto", "always", "never"), "--color")
    wanted_status = _status(status)
    root = ledger_root(ledger)
    from minsheng_cli.cli.output import deliver, target

    file = target(output)
    from minsheng_cli.cli import loading, select
    from minsheng_cli.status.rollup import roll_up
    from minsheng_cli.views.report.rows import Choice, choose

    sound = loading.publishable(root, allow_invalid=allow_invalid)
    choice = Choice(
        by=by,
        sort=sort,
        project=select.project_id(sound.plan, project) if project else None,
        department=select.department_id(sound.plan, department) if department else None,
        status=wanted_status,
    )
    county = roll_up(
        sound.ledger, sound.figures, select.report_month(sound.ledger, sound.plan, month), sound.left_out
    )
    rows = choose(county, choice)
    if chosen == "json":
        from minsheng_cli.views.report.json import render

        text = render(county, rows)
    else:
        text = _table(county, rows, by, to_file=file is not None, color=color)
    deliver(text, file, quiet=quiet)
    return FINE


def _table(county: CountyStanding, rows: Rows, by: str, *, to_file: bool, color: str) -> str:
    """The table: as wide as the screen, and coloured as wished, where it is not for a file."""
    from minsheng_cli.cli import streams
    from minsheng_cli.views.report.table import render

    lines = render(county, rows, by, None if to_file else streams.terminal_width())
    return streams.painted(lines, colour=not to_file and streams.coloured(color))


def _status(wish: str) -> str | None:
    """The status that was asked for in Chinese or in English; None where none was."""
    wanted = readable(wish).strip()
    name = {word: name for name, word in STATUS_WORDS.items()}.get(wanted, wanted)
    if wish and name not in STATUS_WORDS:
        raise Mistake(f"没有“{one_line(wish)}”这个状态", f"可选：{'、'.join(STATUS_WORDS.values())}")
    return name or None
