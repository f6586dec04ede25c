"""validate --fix: put right what is certain, and say what was changed."""

from __future__ import annotations

from pathlib import Path

from minsheng_cli.cli import streams
from minsheng_cli.cli.mistakes import FAILED, Mistake
from minsheng_cli.mending.change import Mended
from minsheng_cli.mending.ledger import mend
from minsheng_cli.source import folder


def fix(root: Path, *, dry_run: bool, quiet: bool) -> None:
    """Write every file that a certain mend changes, whole or not at all; with `dry_run` only say so."""
    from minsheng_cli.views.findings.changes import render

    mended = mend(folder.read(root))
    if not dry_run:
        for file in mended:
            _write(root, file)
    if quiet:
        return
    for line in render(mended):
        streams.tell(line)
    changes = sum(len(file.changes) for file in mended)
    if not mended:
        streams.tell("没有能自动改的地方")
    elif dry_run:
        streams.tell(f"可以自动改{len(mended)}个文件，共{changes}处；去掉 --dry-run 就写入")
    else:
        streams.tell(f"已改好{len(mended)}个文件，共{changes}处；下面是还要人来改的")


def _write(root: Path, file: Mended) -> None:
    """Replace one file, unless somebody has changed it since it was read."""
    path = (root / file.path).resolve()
    try:
        if path.read_bytes() != file.before:
            raise Mistake(f"{file.path} 刚刚被别人改过，没有动它", "再运行一次", FAILED)
        streams.replace(path, file.after)
    except OSError:
        raise Mistake(f"写不了 {file.path}，没有动它", "检查有没有写入权限、磁盘满没满", FAILED) from None
