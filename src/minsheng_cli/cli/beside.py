"""A file's new content beside its place, from where it is put there in one step: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

_USUAL = 0o644


def beside(target: Path, data: bytes, like: Path | None) -> Path:
    """A hidden file in the folder of `target`, safely on the disk, with the owner and permissions of `like`.

    Nothing is left behind where that fails; OSError where the system refuses.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".minsheng-")
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if like is None:
            path.chmod(_USUAL)
        else:
            status = like.stat()
            if hasattr(os, "chown"):
                with suppress(OSError):  # only root gives files away, and only root needs to give them back
                    os.chown(path, status.st_uid, status.st_gid)
            path.chmod(status.st_mode & 0o7777)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def replace(target: Path, data: bytes) -> None:
    """Put `data` in a file's place whole or not at all; OSError where the system refuses."""
    new = beside(target, data, target if target.exists() else None)
    try:
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
