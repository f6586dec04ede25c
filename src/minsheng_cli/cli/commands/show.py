"""minsheng show: one project, month by month."""

from __future__ import annotations

from typing import Annotated

import typer

from minsheng_cli.cli.mistakes import FINE
from minsheng_cli.cli.options import (
    AllowInvalidOption,
    ColorOption,
    LedgerOption,
    MonthOption,
    OutputOption,
    QuietOption,
    TextFormatOption,
    color_of,
    format_for,
)
from minsheng_cli.cli.places import ledger_root
from minsheng_cli.cli.shell import completion


def show(
    project: Annotated[
        str,
        typer.Argument(
            metavar="项目",
            help="序号、代号，或名称里不会弄混的一部分",
            autocompletion=completion.projects,
        ),
    ],
    ledger: LedgerOption = "",
    month: MonthOption = "",
    output_format: TextFormatOption = "",
    output: OutputOption = "",
    allow_invalid: AllowInvalidOption = False,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> int:
    """一个项目的详情：承诺、目标、各月进度、对各时限还差多少、问题和亮点。

    各月都按当月的报表算，与 report --month 说的一致。

    例：
    minsheng show 7
    minsheng show 口袋公园 --month 2025-08
    minsheng show 7 --format json --output 7.json
    """
    from minsheng_cli.cli.output import TEXT_FORMATS, TEXT_SUFFIXES, deliver, shown, target

    chosen = format_for(output_format, output, TEXT_FORMATS, TEXT_SUFFIXES)
    color_of(color)
    root = ledger_root(ledger)
    file = target(output)
    from minsheng_cli.cli import loading, select, streams
    from minsheng_cli.status.months import month_by_month

    sound = loading.publishable(root, allow_invalid=allow_invalid)
    wanted = select.project_id(sound.plan, project)
    history = month_by_month(
        sound.ledger,
        sound.figures,
        next(each for each in sound.plan.projects if each.id == wanted),
        select.report_month(sound.ledger, sound.plan, month),
        sound.left_out,
    )
    if chosen == "json":
        from minsheng_cli.views.show.json import render as render_json

        text = render_json(history)
    else:
        from minsheng_cli.views.show.text import render

        text = shown(render(history, None if file else streams.terminal_width()), file, color)
    deliver(text, file, quiet=quiet)
    return FINE
