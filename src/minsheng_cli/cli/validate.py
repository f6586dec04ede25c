"""minsheng validate: everything that is wrong, in all files, in one run."""

from __future__ import annotations

from typing import Annotated

import typer

from minsheng_cli.cli.mistakes import FAILED, FINE, Mistake
from minsheng_cli.cli.options import (
    ColorOption,
    LedgerOption,
    QuietOption,
    TextFormatOption,
    ledger_root,
    one_of,
)

FORMATS = ("text", "json")


def validate(
    ledger: LedgerOption = "",
    output_format: TextFormatOption = "text",
    strict: Annotated[bool, typer.Option("--strict", help="警告也算不通过")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="只有一种改法的地方自动改好：编码、换行、全角标点和数字、月份补零")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="同 --fix 一起用：只看会改什么，不写文件")
    ] = False,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> int:
    """检查台账：所有文件的所有问题一次列出，指明位置和改法。

    退出码：0 没有错误；1 有错误（加 --strict 时警告也算）；2 用法不对或找不到台账。

    例：
    minsheng validate
    minsheng validate --format json
    minsheng validate --fix --dry-run
    """
    one_of(output_format, FORMATS, "--format")
    one_of(color, ("auto", "always", "never"), "--color")
    if dry_run and not fix:
        raise Mistake("--dry-run 要和 --fix 一起用", "写成：minsheng validate --fix --dry-run")
    root = ledger_root(ledger)
    from minsheng_cli.cli import loading, streams

    if fix:
        from minsheng_cli.cli import fixing

        fixing.fix(root, dry_run=dry_run, quiet=quiet)
    checked = loading.check(root)
    files = sum(not document.skipped for document in checked.ledger.documents)
    if output_format == "json":
        from minsheng_cli.views.findings.json import render as render_json

        streams.write(render_json(checked.findings, files))
    else:
        from minsheng_cli.views.findings.text import render, summary

        cells = streams.terminal_width() if streams.on_terminal() else None
        texts = {each.path: each.seen or "" for each in checked.ledger.documents} if cells else None
        lines = render(checked.findings, texts, cells or 0)
        streams.write(streams.painted(lines, colour=streams.coloured(color)))
        if not quiet:
            streams.tell(summary(checked.findings, files))
    return FAILED if checked.errors or (strict and checked.findings) else FINE
