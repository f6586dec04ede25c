"""minsheng schema: the JSON Schema of the ledger's files, for editors that complete and check while typing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from minsheng_cli.cli.mistakes import FINE, Mistake
from minsheng_cli.cli.options import QuietOption, one_of, output_file

NAMES = {"plan": "plan", "progress": "progress", "计划": "plan", "进度": "progress"}
FileArgument = Annotated[
    str, typer.Argument(metavar="文件", help="哪种文件：plan 计划、progress 进度；也可以写中文")
]
OutputOption = Annotated[
    str, typer.Option("--output", "-o", metavar="文件", help="写入文件，“-”为屏幕；文件夹没有就建一个")
]


def schema(file: FileArgument, output: OutputOption = "", quiet: QuietOption = False) -> int:
    """打印台账文件的格式说明，编辑器照着它边写边补全、边写边查。

    例：
    minsheng schema plan
    minsheng schema progress --output schema/progress.schema.json
    """
    wanted = NAMES[one_of(file.strip().lower(), tuple(NAMES), "文件种类")]
    from minsheng_cli.cli import streams
    from minsheng_cli.views.harmful import harmless
    from minsheng_cli.views.schema.json import render

    if output in ("", "-"):
        streams.write(render(wanted))
        return FINE
    target = _target(output)
    text = render(wanted)
    _make_folder(target)
    streams.save(target, text)
    if not quiet:
        streams.tell(f"已写入 {harmless(output)}")
    return FINE


def _target(output: str) -> Path:
    """Where to write; a Mistake where it is among the files of a ledger."""
    from minsheng_cli.source.folder import find_root

    real = Path(os.path.realpath(output))
    root = find_root(real.parent)
    return output_file(output, root) if root is not None else Path(output)


def _make_folder(target: Path) -> None:
    """Make the folder that the file goes into, where only that one is missing."""
    try:
        target.parent.mkdir(exist_ok=True)
    except (OSError, ValueError):
        if not target.parent.is_dir():
            raise Mistake(f"写不了文件 {target}：文件夹不存在", "先建好文件夹，或换一个文件夹") from None
