"""A ledger on disk: which files it has, and their bytes; whatever cannot be read is said, not raised."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from minsheng_cli.finding import Misfit, Position

PLAN = "data/projects.yaml"
PROGRESS = "data/progress"
MAX_BYTES = 1_000_000
START = Position(1, 1)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the ledger: its path relative to the ledger, and its bytes (None: not readable)."""

    path: str
    data: bytes | None
    misfits: list[Misfit]


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above `start` that holds a plan; None where there is none."""
    for folder in (start, *start.parents):
        if (folder / PLAN).exists():
            return folder
    return None


def read(root: Path) -> list[SourceFile]:
    """Every file that the ledger at `root` consists of, the plan first, then by name."""
    files = [_read_file(root, PLAN)]
    folder = root / PROGRESS
    if not folder.resolve().is_relative_to(root.resolve()):
        return [*files, _unread(PROGRESS, "outside-ledger")]
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except FileNotFoundError:
        return files
    except OSError as problem:
        return [*files, _unread(PROGRESS, "unreadable", reason=_reason(problem))]
    for name in names:
        path = f"{PROGRESS}/{name}"
        if name.endswith(".yaml") and not name.startswith("."):
            files.append(_read_file(root, path))
        elif name.endswith((".yml", ".YAML", ".YML")) and not name.startswith("."):
            files.append(_unread(path, "yml-suffix", mend=f"{name[: name.rindex('.')]}.yaml"))
    return files


def read_misnamed(root: Path, path: str) -> SourceFile:
    """One file that `read` left unread because of its suffix, within the same bounds."""
    return _read_file(root, path)


def _read_file(root: Path, path: str) -> SourceFile:
    """Read one regular file of bounded size that lies inside the ledger."""
    full = root / path
    try:
        if not full.resolve().is_relative_to(root.resolve()):
            return _unread(path, "outside-ledger")
        status = full.stat()
        if not stat.S_ISREG(status.st_mode):
            return _unread(path, "not-a-file")
        if status.st_size > MAX_BYTES:
            return _unread(path, "too-large", size=f"{status.st_size:,}")
        with full.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, RuntimeError) as problem:  # RuntimeError: a symlink to itself
        return _unread(path, "unreadable", reason=_reason(problem))
    if len(data) > MAX_BYTES:
        return _unread(path, "too-large", size=f"{len(data):,}")
    return SourceFile(path, data, [])


def _unread(path: str, kind: str, **about: str) -> SourceFile:
    return SourceFile(path, None, [Misfit("file", kind, path, START, about)])


def _reason(problem: Exception) -> str:
    """The operating system's reason in Chinese, as far as people meet it."""
    known = {
        FileNotFoundError: "文件不存在",
        PermissionError: "没有读取权限",
        IsADirectoryError: "这是一个文件夹",
        NotADirectoryError: "上一级不是文件夹",
    }
    for kind, words in known.items():
        if isinstance(problem, kind):
            return words
    return (
        "链接指向了自己"
        if isinstance(problem, RuntimeError)
        or "loop" in str(problem).lower()
        or "levels of symbolic" in str(problem)
        else "系统读取失败"
    )
