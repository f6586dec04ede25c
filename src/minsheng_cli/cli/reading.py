"""The files of a ledger, for the commands: also for those that check nothing."""

from __future__ import annotations

import gc
from pathlib import Path

from minsheng_cli.source import folder
from minsheng_cli.source.folder import SourceFile

_LARGE = 8_000_000
"""Bytes of a ledger; a hundred counties have fewer."""
_USUAL = (700, 10, 10)
"""Python's own thresholds."""


def read(root: Path) -> list[SourceFile]:
    """The files of the ledger at `root`; of a large one, what is not needed any more is looked for as often as usual.

    __main__.py puts that off, for it costs a county's run a tenth; but a large file may hang on to as much again.
    """
    files = folder.read(root)
    if sum(len(file.data or b"") for file in files) > _LARGE:
        gc.set_threshold(*_USUAL)
    return files
