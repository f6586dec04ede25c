"""A ledger on disk: which files it has, and their bytes; whatever cannot be read is said, not raised.

A file is opened once, looked at through that handle, and read up to a bound: whatever somebody puts in its
place meanwhile, a pipe included, neither blocks nor gets read.
"""

from __future__ import annotations

import errno
import heapq
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from minsheng_cli.finding import Misfit, Position

DATA = "data"
PLAN = f"{DATA}/projects.yaml"
PROGRESS = f"{DATA}/progress"
CLOSED = f"{DATA}/closed.yaml"
"""The months that have been closed; most ledgers have it, one that never closed a month has not."""
MAX_BYTES = 1_000_000
MAX_FILES = 5_000
"""Files of a ledger; the largest county has a hundred departments."""
MAX_NAMES = 20_000
"""Names of a folder that are kept, the first by name; of the others it is only counted how many there are."""
MAX_TOTAL_BYTES = 20_000_000
"""Bytes of all files together."""
START = Position(1, 1)
_TRIES = 3
"""How often a file is read that somebody is just writing."""
_READING = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a pipe does not keep us waiting for its other end
    | getattr(os, "O_NOFOLLOW", 0)  # links have been followed, and found to stay inside
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


class SourceFile(NamedTuple):
    """One file of the ledger: its path relative to the ledger, and its bytes (None: not readable)."""

    path: str
    data: bytes | None
    misfits: list[Misfit]

    @property
    def skipped(self) -> bool:
        """Whether it was left unread only because too much stood before it."""
        return self.data is None and not self.misfits


def holds_plan(root: Path) -> bool:
    """Whether `root` is a ledger, as far as anybody can tell; why its plan cannot be read is said later."""
    try:
        os.lstat(root / PLAN)
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above `start` that holds a plan; None where there is none."""
    above = (folder for folder in start.parents if os.path.lexists(folder / PLAN))
    return start if holds_plan(start) else next(above, None)


def read(root: Path) -> list[SourceFile]:
    """Every file that the ledger at `root` consists of: the plan, what has been closed, the departments by name.

    What comes after the most that a ledger may hold is left unread, and that is said once, of the folder.
    """
    above = [
        _read_file(root, path) for path in (PLAN, CLOSED) if path == PLAN or os.path.lexists(root / path)
    ]
    folder = root / PROGRESS
    try:
        if not _inside(folder, root):
            return [*above, unread(PROGRESS, "outside-ledger")]
        names, beyond = _names(folder)
    except FileNotFoundError:
        if not folder.is_symlink():
            return above
        return [*above, unread(PROGRESS, "unreadable", reason="链接指向的地方不存在")]
    except OSError as problem:
        return [*above, unread(PROGRESS, "unreadable", reason=_reason(problem))]
    return gathered(
        above,
        names,
        read_one=lambda path: _read_file(root, path),
        taken=lambda name: os.path.lexists(folder / name),
        beyond=beyond,
    )


def gathered(
    above: list[SourceFile],
    names: Iterable[str],
    *,
    read_one: Callable[[str], SourceFile],
    taken: Callable[[str], bool],
    beyond: int = 0,
) -> list[SourceFile]:
    """The files `above` the folder of progress and those in it by their sorted names, within what a ledger may hold.

    `read_one` reads a file by its path, `taken` says whether the folder holds a name, `beyond` is how many files
    there are besides `names`: the folder may be one on the disk, or one of a revision.
    """
    files = list(above)
    total = sum(len(file.data or b"") for file in files)
    skipped: list[SourceFile] = []
    for name in names:
        path = f"{PROGRESS}/{name}"
        if name.endswith(".yaml"):
            full = len(files) >= MAX_FILES or total >= MAX_TOTAL_BYTES
            (skipped if full else files).append(SourceFile(path, None, []) if full else read_one(path))
            total += len(files[-1].data or b"") if not full else 0
        elif name.endswith((".yml", ".YAML", ".YML")) and len(files) < MAX_FILES:
            mend = f"{name[: name.rindex('.')]}.yaml"
            files.append(unread(path, "yml-suffix", mend=mend, beside="beside" if taken(mend) else ""))
    if skipped:
        files.append(too_much(skipped, "files" if len(files) >= MAX_FILES else "bytes", beyond))
    return [*files, *skipped]


def _names(folder: Path) -> tuple[list[str], int]:
    """The names in a folder, sorted, and how many files of a ledger there are beyond those that are kept."""
    found = 0

    def seen() -> Iterator[str]:
        nonlocal found
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith("."):
                    found += entry.name.endswith(".yaml")
                    yield entry.name

    names = heapq.nsmallest(MAX_NAMES, seen())
    return names, found - sum(name.endswith(".yaml") for name in names)


def too_much(skipped: list[SourceFile], of: str, beyond: int = 0) -> SourceFile:
    """What is said of the folder where files stayed unread; `of` is what there was too much of.

    `beyond`: how many files there are besides those of `skipped`.
    """
    about = {"of": of, "count": f"{len(skipped) + beyond:,}", "first": skipped[0].path.rpartition("/")[2]}
    return unread(PROGRESS, "ledger-too-large", **about)


def _inside(path: Path, root: Path) -> bool:
    """Whether a path, its links followed, stays in the ledger."""
    return Path(os.path.realpath(path)).is_relative_to(
        os.path.realpath(root)
    )  # a loop of links does not raise here


def read_one(root: Path, path: str) -> SourceFile:
    """One file alone, within the same bounds."""
    return _read_file(root, path)


def _read_file(root: Path, path: str) -> SourceFile:
    """Read one regular file of bounded size that lies inside the ledger."""
    full = root / path
    try:
        if not _inside(full, root):
            return unread(path, "outside-ledger")
        if not stat.S_ISREG(full.stat().st_mode):  # a device is not even opened
            return unread(path, "not-a-file")
        for _ in range(_TRIES):
            found = _read_once(os.path.realpath(full), path)
            if found is not None:
                return found
    except OSError as problem:
        return unread(path, "unreadable", reason=_reason(problem))
    return unread(path, "unreadable", reason="读的时候别的程序一直在改它")


def _read_once(real: str, path: str) -> SourceFile | None:
    """One opening, one reading; None where the file changed meanwhile."""
    with os.fdopen(os.open(real, _READING), "rb") as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            return unread(path, "not-a-file")
        if before.st_size > MAX_BYTES:
            return unread(path, "too-large", size=f"{before.st_size:,}")
        data = file.read(MAX_BYTES + 1)
        after = os.fstat(file.fileno())
    if len(data) > MAX_BYTES:
        return unread(path, "too-large", size=f"{max(len(data), after.st_size):,}")
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return None
    return SourceFile(path, data, [])


def unread(path: str, kind: str, **about: str) -> SourceFile:
    """A file of which only is known why it was not read; `kind` names the rule that says so."""
    return SourceFile(path, None, [Misfit("file", kind, path, START, about)])


def _reason(problem: OSError) -> str:
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
    return "链接指向了自己" if problem.errno == errno.ELOOP else "系统读取失败"
