"""One writer at a time: whoever reads a ledger to change it waits for whoever is at it already.

The lock is advisory and on the ledger's folder, so that nothing is left behind by a program that is killed. Where
the system has no such locks (Windows, some network disks), nobody waits: a file that was changed since it was read
is then still noticed just before it is replaced (together.py), and the command says so and writes nothing.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minsheng_cli.cli.mistakes import FAILED, Mistake
from minsheng_cli.source.folder import DATA

_PATIENCE = 60
_PAUSE = 0.05
"""Seconds."""
_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES)


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the ledger's lock; a Mistake where somebody else keeps it for longer than writing takes."""
    try:
        import fcntl

        handle = os.open(root / DATA, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except (ImportError, OSError):
        yield
        return
    try:
        ends = time.monotonic() + _PATIENCE
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError as problem:
                if problem.errno not in _HELD:
                    break  # the disk knows no locks
            if time.monotonic() > ends:
                raise Mistake(
                    f"等了{_PATIENCE}秒，别的程序还在写这本台账，没有写", "等它做完再运行一次", FAILED
                )
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)
