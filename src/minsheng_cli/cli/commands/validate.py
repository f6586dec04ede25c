"""minsheng validate: everything that is wrong, in all files, in one run."""

from __future__ import annotations

from typing import Annotated

import typer

from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.cli.options import (
    ColorOption,
    FindingFormatOption,
    LedgerOption,
    OutputOption,
    QuietOption,
    color_of,
    format_for,
)
from minsheng_cli.cli.places import ledger_root


def validate(
    ledger: LedgerOption = "",
    output_format: FindingFormatOption = "",
    strict: Annotated[bool, typer.Option("--strict", help="警告也算不通过")] = False,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="版本",
            help="再和 git 里的一个版本比，查以前报的数、目标、时限有没有悄悄改；从两边的共同起点比起，别人后来合进去的不算",
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="只有一种改法的地方自动改好：编码、换行、缩进、全角标点和数字、月份补零、扩展名",
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="同 --fix 一起用：只看会改什么，不写文件")
    ] = False,
    output: OutputOption = "",
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> int:
    """检查台账：所有文件的所有问题一次列出，指明位置和改法。

    退出码：0 没有错误；1 有错误（加 --strict 时警告也算）；2 用法不对或找不到台账。

    例：
    minsheng validate
    minsheng validate --format json
    minsheng validate --format sarif --output 检查.sarif
    minsheng validate --base origin/main
    minsheng validate --fix --dry-run
    """
    from minsheng_cli.cli.output import FINDING_FORMATS, FINDING_SUFFIXES, target

    chosen = format_for(output_format, output, FINDING_FORMATS, FINDING_SUFFIXES)
    color_of(color)
    if dry_run and not fix:
        raise Mistake("--dry-run 要和 --fix 一起用", "写成：minsheng validate --fix --dry-run")
    root, file = ledger_root(ledger), target(output)
    from minsheng_cli.cli.tasks import checking

    asked = checking.Asked(root, chosen, file, base, strict, fix, dry_run, color, quiet)
    return checking.run(asked)
