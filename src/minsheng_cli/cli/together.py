"""Several files written together: all of them, or none."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from minsheng_cli.cli.beside import beside
from minsheng_cli.cli.mistakes import FAILED, Mistake

_NOTHING = "所有文件都没有动"


_ENDING = {getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)}


class WrittenAll(KeyboardInterrupt):
    """Ctrl-C came when everything had been written: what was done has to be told before the program ends."""


@dataclass(frozen=True, slots=True)
class Write:
    """What a file is to hold: `after` in place of `before`; `old` is where it stands now, if that is elsewhere.

    `before` is None for a file that is not there yet.
    """

    name: str
    target: Path
    before: bytes | None
    after: bytes
    old: Path | None = None

    @property
    def source(self) -> Path:
        """Where the file stands now."""
        return self.old or self.target


@dataclass(slots=True)
class _Staged:
    """A file ready to be put in its place, and its former self, kept until all are there."""

    write: Write
    new: Path | None = None
    kept: Path | None = None
    done: bool = False


def write_together(writes: Sequence[Write]) -> None:
    """Write all files, or say in a Mistake which one could not be written and leave all as they were."""
    written = False
    try:
        with _held_back({*_ENDING, signal.SIGINT}):
            staged: list[_Staged] = []
            try:
                for write in writes:
                    _stop_if_asked()
                    staged.append(_Staged(write))
                    with _refusing(write):
                        _stage(staged[-1])
                _put_all(staged)
                written = True
            finally:
                for each in staged:
                    for path in (each.new, each.kept):
                        if path is not None:
                            with suppress(OSError):
                                path.unlink(missing_ok=True)
    except KeyboardInterrupt:
        raise (WrittenAll if written else KeyboardInterrupt) from None


def _stop_if_asked() -> None:
    """Ctrl-C waits for the file that is just being written, not for all that come after it."""
    if hasattr(signal, "sigpending") and signal.SIGINT in signal.sigpending():
        raise KeyboardInterrupt


def _put_all(staged: Sequence[_Staged]) -> None:
    """Put every file in its place, or all back as they were."""
    try:
        for each in staged:
            with _refusing(each.write):
                _unchanged(each.write)
                _put(each)
    except BaseException:
        _undo(staged)
        raise


def _stage(each: _Staged) -> None:
    """Write the new content beside its place, safely on the disk, and keep a second name for the old one."""
    write = each.write
    _unchanged(write)
    if write.before is None:
        each.new = beside(write.target, write.after, None)
        return
    if not os.access(write.source, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")
    each.new = beside(write.target, write.after, write.source)
    each.kept = _second_name(write.source, each.new.with_name(f"{each.new.name}.old"), write.before)


def _second_name(path: Path, name: Path, data: bytes) -> Path:
    """A second name for a file; a copy of it, where the disk knows no second names."""
    try:
        os.link(path, name)
    except OSError:
        return beside(path, data, path)
    return name


def _unchanged(write: Write) -> None:
    """Refuse where somebody else has been at the file since it was read."""
    if write.before is None:
        if os.path.lexists(write.target):
            raise FileExistsError
        return
    try:
        data = write.source.read_bytes()
    except FileNotFoundError:
        raise Mistake(f"{write.name} 刚刚被移走或改名了，{_NOTHING}", "再运行一次", FAILED) from None
    if data != write.before:
        raise Mistake(f"{write.name} 刚刚被别人改过，{_NOTHING}", "再运行一次", FAILED)


def _put(each: _Staged) -> None:
    """Put the new file in its place; under a new name only where nobody has taken it."""
    write = each.write
    assert each.new is not None  # staged before
    if write.old is None and write.before is not None:
        each.new.replace(write.target)
        each.done = True
        return
    try:
        os.link(each.new, write.target)
    except FileExistsError:
        raise
    except OSError:  # no second names on this disk: an empty file takes the name first, or finds it taken
        os.close(os.open(write.target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        each.done = True
        each.new.replace(write.target)
    each.done = True
    if write.old is not None:
        write.old.unlink()


def _undo(staged: Sequence[_Staged]) -> None:
    """Put every file back as it was."""
    for each in reversed(staged):
        if not each.done:
            continue
        if each.write.old is not None or each.write.before is None:
            with suppress(OSError):
                each.write.target.unlink(missing_ok=True)
        if each.kept is not None:
            with suppress(OSError):
                each.kept.replace(each.write.source)


@contextmanager
def _refusing(write: Write) -> Iterator[None]:
    """The system's refusals in a sentence."""
    try:
        yield
    except FileExistsError:
        raise Mistake(
            f"刚刚有了同名的 {write.name}，{_NOTHING}", "看看哪一个作数，再运行一次", FAILED
        ) from None
    except OSError as problem:
        if isinstance(problem, PermissionError) or problem.errno == errno.EROFS:
            why, hint = "没有写入权限", "检查文件和文件夹的权限，是不是只读"
        elif problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            why, hint = "磁盘已满", "腾出空间，再运行一次"
        else:
            why, hint = "系统拒绝写入", "检查文件是不是正被别的程序占用，再运行一次"
        raise Mistake(f"写不了 {write.name}：{why}，{_NOTHING}", hint, FAILED) from None


@contextmanager
def _held_back(signals: set[signal.Signals]) -> Iterator[None]:
    """Hold signals back: a program that ends in the middle leaves hidden files, or half of them in place."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    held = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
