"""Where a result goes: the screen, or a file that is written whole and named on stderr."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minsheng_cli.cli import streams
from minsheng_cli.cli.arguments import one_line
from minsheng_cli.cli.mistakes import Mistake

if TYPE_CHECKING:
    from minsheng_cli.views.lines import Line

TEXT_FORMATS = ("text", "json")
TEXT_SUFFIXES = {".json": "json", ".txt": "text"}
"""Of the commands that print text or JSON."""
FINDING_FORMATS = (*TEXT_FORMATS, "github", "gitlab", "sarif")
FINDING_SUFFIXES = {**TEXT_SUFFIXES, ".sarif": "sarif"}
"""Of those that also tell the places where a change is reviewed what they have found in it."""


def target(wish: str) -> Path | None:
    """The file that `--output` asks for; a Mistake where it would stand among a ledger's own files."""
    if wish in ("", "-"):
        return None
    from minsheng_cli.source.folder import find_root

    try:
        root = find_root(Path(os.path.realpath(wish)).parent)
    except (OSError, ValueError):
        raise Mistake(f"写不了文件 {one_line(wish)}：路径不对", "换一个文件名") from None
    return Path(wish) if root is None else _beside_ledger(wish, root)


def _beside_ledger(wish: str, root: Path) -> Path:
    """Where an output is to be written; a Mistake where it would take the place of the ledger's own files."""
    from minsheng_cli.source.folder import DATA

    if Path(os.path.realpath(wish)).is_relative_to(os.path.realpath(root / DATA)):
        raise Mistake(f"不能写到 {one_line(wish)}：台账的 {DATA} 文件夹里只放台账自己的文件", "换一个文件夹")
    return Path(wish)


def deliver(text: str, file: Path | None, *, quiet: bool) -> None:
    """Write a result to its file, and say so, or to the screen."""
    if file is None:
        streams.write(text)
        return
    from minsheng_cli.views.harmful import harmless

    streams.save(file, text)
    if not quiet:
        streams.tell(f"已写入 {harmless(one_line(str(file)))}")


def shown(lines: Sequence[Line], file: Path | None, color: str) -> str:
    """Styled lines as text; a file is never coloured."""
    return streams.painted(lines, colour=file is None and streams.coloured(color))
