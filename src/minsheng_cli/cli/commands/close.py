"""minsheng close: a month's figures are settled, and a later change to them is found; or it is opened again."""

from __future__ import annotations

from typing import Annotated

import typer

from minsheng_cli.cli.arguments import one_line
from minsheng_cli.cli.mistakes import FINE, Mistake
from minsheng_cli.cli.options import LedgerOption, QuietOption
from minsheng_cli.cli.places import ledger_root
from minsheng_cli.cli.shell import completion


def close(
    month: Annotated[
        str,
        typer.Argument(metavar="月份", help="哪个月，如 2025-08", autocompletion=completion.months),
    ],
    ledger: LedgerOption = "",
    reopen: Annotated[
        bool, typer.Option("--reopen", help="重开已经关账的月份，同时用 --reason 写明原因")
    ] = False,
    reason: Annotated[
        str, typer.Option("--reason", metavar="原因", help="为什么重开，一句话；记在 data/closed.yaml 里")
    ] = "",
    date: Annotated[
        str, typer.Option("--date", metavar="日期", help="关账或重开的日期，如 2025-09-10；不写是今天")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会写什么，不写文件")] = False,
    quiet: QuietOption = False,
) -> int:
    """关账：把一个月的数定下来，以后改了查得出来。

    各部门这个月的数算成校验码，记在 data/closed.yaml 末尾。以后这个月的数变了、月报删了或补了，validate 都会报错。
    确实要改的，先用 --reopen 重开，写明原因，改完再关一次账；哪天关的、哪天为什么重开的，都留着记录。
    还有部门没报的也能关账，会说明是哪几家。台账有错误的不能关账。

    例：
    minsheng close 2025-08
    minsheng close 2025-08 --dry-run
    minsheng close 2025-08 --reopen --reason 住建局核减8套
    """
    if reopen and not reason.strip():
        raise Mistake("重开要写明原因", f"写成：minsheng close {one_line(month)} --reopen --reason 原因")
    if reason and not reopen:
        raise Mistake(
            "--reason 要和 --reopen 一起用", f"写成：minsheng close {one_line(month)} --reopen --reason 原因"
        )
    root = ledger_root(ledger)
    from minsheng_cli.cli.lock import locked
    from minsheng_cli.cli.tasks import closing

    asked = closing.Asked(month, reason, date, dry_run=dry_run, quiet=quiet)
    with locked(root):
        (closing.reopen if reopen else closing.close)(root, asked)
    return FINE
