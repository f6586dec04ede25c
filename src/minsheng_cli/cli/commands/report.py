"""minsheng report: where all promises stand in a month."""

from __future__ import annotations

from typing import Annotated

import typer

from minsheng_cli.cli.choices import BY, FORMATS, SORT
from minsheng_cli.cli.mistakes import FINE
from minsheng_cli.cli.options import (
    AllowInvalidOption,
    ColorOption,
    LedgerOption,
    MonthOption,
    OutputOption,
    QuietOption,
)
from minsheng_cli.cli.shell import completion

CompareOption = Annotated[
    str,
    typer.Option(
        "--compare",
        metavar="月份",
        help="和哪个月比，如 2025-07：列出那时、现在和增减",
        autocompletion=completion.months,
    ),
]
AsOfOption = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="版本",
        help="当时知道的是多少：提交号、标签、分支，或日期如 2025-08-10（北京时间那天结束时）；列出当时、现在和增减",
    ),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="格式",
        help="输出格式：table 表格、markdown、csv、json",
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


def report(
    ledger: LedgerOption = "",
    month: MonthOption = "",
    compare: CompareOption = "",
    as_of: AsOfOption = "",
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

    筛选只影响列出哪些行，开头的汇总始终是全县的。口径、次序也可以写中文，如 --by 部门、--sort 完成率。

    例：
    minsheng report --month 2025-08
    minsheng report --month 2025-08 --compare 2025-07
    minsheng report --month 2025-08 --as-of 2025-09-10
    minsheng report --by department --sort percent
    minsheng report --status 滞后
    minsheng report --by 指标 --output 8月.csv
    minsheng report --format markdown
    """
    from minsheng_cli.cli.tasks import reporting

    asked = reporting.Asked(
        ledger=ledger,
        month=month,
        compare=compare,
        as_of=as_of,
        output_format=output_format,
        by=by,
        sort=sort,
        project=project,
        department=department,
        status=status,
        output=output,
        allow_invalid=allow_invalid,
        color=color,
        quiet=quiet,
    )
    reporting.run(asked)
    return FINE
