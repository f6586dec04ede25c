"""minsheng diff: what changed between two revisions, or a revision and the working tree."""

from __future__ import annotations

from typing import Annotated

import typer

from minsheng_cli.cli.mistakes import FINE
from minsheng_cli.cli.options import (
    ColorOption,
    LedgerOption,
    OutputOption,
    QuietOption,
    color_of,
    format_for,
)
from minsheng_cli.cli.places import ledger_root
from minsheng_cli.cli.shell import completion

FORMATS = ("text", "markdown", "json", "github", "gitlab", "sarif")
SUFFIXES = {".txt": "text", ".md": "markdown", ".json": "json", ".sarif": "sarif"}


def diff(
    old: Annotated[
        str | None,
        typer.Argument(
            metavar="旧版本",
            help="提交号、分支名或标签；不写为和主分支分开的地方",
            show_default=False,
        ),
    ] = None,
    new: Annotated[
        str | None, typer.Argument(metavar="新版本", help="不写为工作区里的文件", show_default=False)
    ] = None,
    ledger: LedgerOption = "",
    month: Annotated[
        str,
        typer.Option(
            "--month",
            "-m",
            metavar="月份",
            help="影响按哪个月算，如 2025-08；不写为最近有月报的月",
            autocompletion=completion.months,
        ),
    ] = "",
    output_format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="格式",
            help="输出格式：text、markdown、json，给代码平台的 github、gitlab、sarif",
            autocompletion=completion.choices(FORMATS),
        ),
    ] = "",
    output: OutputOption = "",
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> int:
    """两个版本之间台账改了什么：哪个数从多少改到多少、为什么，对进度有什么影响。

    只看意思，不看排版：挪了位置、换了写法、次序变了都不算改。markdown 可以直接贴到评审意见里。

    例：
    minsheng diff
    minsheng diff HEAD
    minsheng diff main HEAD --format markdown
    """
    from minsheng_cli.cli.output import deliver, target

    chosen = format_for(output_format, output, FORMATS, SUFFIXES)
    color_of(color)
    root, file = ledger_root(ledger), target(output)
    from minsheng_cli.cli.tasks import differing

    found, names = differing.between(root, old, new, month)
    deliver(differing.rendered(chosen, root, found, names, file=file, color=color), file, quiet=quiet)
    return FINE
