"""minsheng validate: everything that is wrong, in all files, in one run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minsheng_cli.cli.mistakes import FAILED, FINE, Mistake
from minsheng_cli.cli.options import (
    ColorOption,
    FindingFormatOption,
    LedgerOption,
    OutputOption,
    QuietOption,
    format_for,
    one_of,
)
from minsheng_cli.cli.places import ledger_root

if TYPE_CHECKING:
    from minsheng_cli.cli.loading import Checked
    from minsheng_cli.mending.change import Mends
    from minsheng_cli.rules.context import Context

MENDABLE = ("M1", "M20", "M30", "M403", "M60")
"""Only where there is a finding of a code that begins so, a mend is possible at all."""


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
    from minsheng_cli.cli.output import FINDING_FORMATS, FINDING_SUFFIXES, deliver, shown, target

    chosen = format_for(output_format, output, FINDING_FORMATS, FINDING_SUFFIXES)
    one_of(color, ("auto", "always", "never"), "--color")
    if dry_run and not fix:
        raise Mistake("--dry-run 要和 --fix 一起用", "写成：minsheng validate --fix --dry-run")
    root, file = ledger_root(ledger), target(output)
    from minsheng_cli.cli import loading, streams

    past = None
    if base is not None:
        from minsheng_cli.cli import older

        past = older.older(root, base)
        if not quiet:
            older.tell(past)
    context = None if past is None else past.context
    mends = None
    if fix:
        from minsheng_cli.cli import fixing

        mends = fixing.fix(root, dry_run=dry_run)
    checked = loading.check(root, context)
    if mends is not None and not quiet:
        from minsheng_cli.views.findings import changes

        fixing.tell(mends)
        streams.tell(changes.summary(mends, len(checked.findings), dry_run=dry_run))
    taken = _taken_away(root, checked, context, mends if dry_run else None)
    count = sum(not document.skipped for document in checked.ledger.documents)
    summed = ""
    if chosen == "json":
        from minsheng_cli.views.findings.json import render as render_json

        text = render_json(
            checked.findings, count, taken, mends, dry_run=dry_run, base=None if past is None else past.commit
        )
    else:
        from minsheng_cli.views.findings.text import render, summary

        if chosen == "text":
            cells = streams.terminal_width() if file is None and streams.on_terminal() else None
            texts = {each.path: each.seen or "" for each in checked.ledger.documents} if cells else None
            text = shown(render(checked.findings, texts, cells or 0), file, color)
        else:
            from minsheng_cli.cli import annotating

            text = annotating.found(chosen, root, checked.findings, checked.ledger.documents)
        summed = summary(
            checked.findings,
            count,
            sum(taken or ()) if mends is None else 0,
            alone=not checked.ledger.progress_documents,
        )
    deliver(text, file, quiet=quiet)
    if summed and not quiet:
        streams.tell(summed)
    return FAILED if checked.errors or (strict and checked.findings) else FINE


def _taken_away(root: Path, checked: Checked, base: Context | None, mends: Mends | None) -> list[bool] | None:
    """Of each finding, whether --fix takes it away; a ledger with nothing to mend pays nothing for the question."""
    if mends is None and not any(finding.code.startswith(MENDABLE) for finding in checked.findings):
        return [False] * len(checked.findings)
    from minsheng_cli.cli import fixing

    return fixing.taken_away(root, checked.files, checked.findings, mends, base)
