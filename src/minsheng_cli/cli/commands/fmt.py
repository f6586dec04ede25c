"""minsheng fmt: the ledger's files in their canonical form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minsheng_cli.cli.mistakes import FAILED, FINE
from minsheng_cli.cli.options import ColorOption, LedgerOption, QuietOption, color_of
from minsheng_cli.cli.places import ledger_root

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from minsheng_cli.finding import Finding
    from minsheng_cli.formatting.ledger import Laid, Layout
    from minsheng_cli.model.ledger import Ledger


def fmt(
    ledger: LedgerOption = "",
    check: Annotated[
        bool, typer.Option("--check", help="只查不写：列出没有排好的文件，有就算不通过")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会改哪些行，不写文件")] = False,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> int:
    """把台账文件排成规范的写法：缩进、空格、空行、注释的位置；数、文字、注释一个字不改。

    读不懂的文件不动，其余的照排；要么全部写好，要么一个都不写。
    退出码：0 排好了或本来就是规范的；1 有文件读不懂没有动，或 --check 查出没有排好的；2 用法不对或找不到台账。

    例：
    minsheng fmt
    minsheng fmt --dry-run
    minsheng fmt --check
    """
    color_of(color)
    root = ledger_root(ledger)
    if check or dry_run:
        layout, read = _laid_out(root)
        if layout.laid:
            from minsheng_cli.cli import streams
            from minsheng_cli.views.formatting.changes import listed, render

            shown = render(layout.laid) if dry_run else listed(layout.laid)
            streams.write(streams.painted(shown, colour=streams.coloured(color)))
    else:
        from minsheng_cli.cli.lock import locked

        with locked(root):
            layout, read = _laid_out(root)
            if layout.laid:
                _write(root, layout.laid)
    _tell(layout, read, quiet=quiet, wrote=not (check or dry_run))
    return FAILED if layout.left or (check and layout.laid) else FINE


def _laid_out(root: Path) -> tuple[Layout, Ledger]:
    """The files in their canonical form, and the ledger that they are."""
    from minsheng_cli.cli.reading import read
    from minsheng_cli.formatting.ledger import lay_out
    from minsheng_cli.model.ledger import assemble

    files = read(root)
    ledger = assemble(files)
    return lay_out(files, ledger), ledger


def _write(root: Path, laid: Sequence[Laid]) -> None:
    """Write all files or none; links are followed, and a file that has two names is written once."""
    from minsheng_cli.cli import streams
    from minsheng_cli.cli.together import Write, WrittenAll, write_together
    from minsheng_cli.views.formatting import told

    targets = {(root / file.path).resolve(): file for file in reversed(laid)}
    writes = [Write(file.path, target, file.data, file.new.encode()) for target, file in targets.items()]
    try:
        write_together(sorted(writes, key=lambda write: write.name))
    except WrittenAll:
        for file in laid:
            streams.tell(told.written(file))
        raise


def _tell(layout: Layout, read: Ledger, *, quiet: bool, wrote: bool) -> None:
    """Say what was written, and of each file that was left why."""
    from minsheng_cli.cli import streams
    from minsheng_cli.views.formatting import told

    if wrote and not quiet:
        for file in layout.laid:
            streams.tell(told.written(file))
    if layout.left:
        _blame(layout, read)
    if not quiet:
        streams.tell(told.summary(layout, wrote=wrote))


def _blame(layout: Layout, read: Ledger) -> None:
    """Say why files were left: the findings that keep them from being read, or what is unheard-of in them."""
    from minsheng_cli.cli import streams
    from minsheng_cli.views.formatting import told

    if unread := {file.path for file in layout.left if file.why == "unreadable"}:
        from minsheng_cli.views.findings.text import render
        from minsheng_cli.views.lines import plain

        for line in plain(render(_findings(unread, read))).splitlines():
            streams.tell(line)
    for line in told.left(layout.left):
        streams.tell(line)


def _findings(paths: AbstractSet[str], read: Ledger) -> list[Finding]:
    """What keeps files from being read; of one that is no ledger's file though it can be read, all its errors."""
    from minsheng_cli.model.series import read_figures
    from minsheng_cli.rules.context import Context
    from minsheng_cli.rules.findings import findings
    from minsheng_cli.source.folder import PROGRESS

    found = [each for each in findings(Context(read, read_figures(read))) if each.file in {*paths, PROGRESS}]
    broken = {each.file for each in found if each.code.startswith("M1")}
    return [
        each
        for each in found
        if each.code.startswith("M1") or (each.file not in broken and each.severity == "error")
    ]
