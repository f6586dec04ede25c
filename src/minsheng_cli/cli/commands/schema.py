"""minsheng schema: the JSON Schema of the ledger's files, for editors that complete and check while typing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from minsheng_cli.cli.arguments import one_line, readable
from minsheng_cli.cli.mistakes import FINE, Mistake
from minsheng_cli.cli.options import QuietOption, one_of
from minsheng_cli.cli.shell import completion

NAMES = {"plan": "plan", "progress": "progress", "计划": "plan", "进度": "progress"}
FileArgument = Annotated[
    str,
    typer.Argument(
        metavar="文件",
        help="哪种文件：plan 计划、progress 进度；也可以写中文",
        autocompletion=completion.choices(dict.fromkeys(NAMES, "格式说明")),
    ),
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
    wanted = NAMES[one_of(readable(file).strip().lower(), tuple(NAMES), "文件种类")]
    from minsheng_cli.cli.output import deliver, target
    from minsheng_cli.views.schema.json import render

    wish = target(output)
    if wish is not None:
        _make_folder(wish)
    deliver(render(wanted), wish, quiet=quiet)
    return FINE


def _make_folder(target: Path) -> None:
    """Make the folder that the file goes into, where only that one is missing."""
    try:
        target.parent.mkdir(exist_ok=True)
    except (OSError, ValueError):
        if not target.parent.is_dir():
            raise Mistake(
                f"写不了文件 {one_line(str(target))}：文件夹不存在", "先建好文件夹，或换一个文件夹"
            ) from None
