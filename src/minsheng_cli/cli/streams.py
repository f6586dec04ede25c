"""Standard streams: encoding, width, colour, closed pipes; and files written whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from minsheng_cli.cli.arguments import one_line
from minsheng_cli.cli.mistakes import Mistake

if TYPE_CHECKING:
    from minsheng_cli.views.lines import Line

STYLES = {
    "title": "bold",
    "head": "dim",
    "name": "",
    "below": "",
    "changed": "bold",
    "completed": "green",
    "met": "green",
    "on-track": "green",
    "not-started": "",
    "behind": "yellow",
    "at-risk": "bold yellow",
    "missed": "bold red",
    "unreported": "magenta",
    "error": "bold red",
    "warning": "yellow",
    "added": "green",
    "removed": "red",
}
"""Colour supports the word and never replaces it."""
_WIDEST = 10_000
"""Cells; no screen is wider."""


def prepare() -> None:
    """UTF-8 out, whatever the locale; on a terminal of another encoding nothing may crash."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty() and (stream.encoding or "").lower().replace("-", "") not in (
            "utf8",
            "ascii",
            "ansi_x3.41968",
        ):
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def terminal_width() -> int | None:
    """COLUMNS, else the terminal's width; None off a terminal, where a table takes what it needs."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and columns.strip("0"):
        return int(columns) if len(columns) < len(str(_WIDEST)) else _WIDEST
    if not on_terminal():
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except OSError:
        return 80


def on_terminal() -> bool:
    """Whether a person looks at stdout."""
    return sys.stdout is not None and sys.stdout.isatty()


def coloured(wish: str) -> bool:
    """Whether to colour: the option, NO_COLOR, TERM=dumb, FORCE_COLOR, the terminal; the first that applies."""
    if wish in ("always", "never"):
        return wish == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    forced = os.environ.get("FORCE_COLOR", "")
    if forced:
        return forced != "0"
    return on_terminal()


def painted(lines: Sequence[Line], *, colour: bool) -> str:
    """Styled lines as text, with the terminal's colours where wanted."""
    from minsheng_cli.views.lines import plain

    if not colour:
        return plain(lines)
    from rich.color import ColorSystem
    from rich.style import Style

    def paint(text: str, style: str) -> str:
        name = STYLES.get(style, "")
        return (
            Style.parse(name).render(text, color_system=ColorSystem.STANDARD)
            if name and text.strip()
            else text
        )

    return "".join("".join(paint(text, style) for text, style in line).rstrip() + "\n" for line in lines)


def write(text: str) -> None:
    """To stdout; a reader that has gone away is no error, a full disk is."""
    if sys.stdout is None or not _written(sys.stdout, text):
        raise Mistake("结果写不出去：输出已关闭，或磁盘已满")


def tell(text: str) -> None:
    """A remark to stderr, as far as there is anybody to read it."""
    if sys.stderr is not None:
        _written(sys.stderr, text + "\n")


def _written(stream: TextIO, text: str) -> bool:
    """Write and flush; False where the system refuses."""
    try:
        stream.write(text)
        stream.flush()
    except OSError as problem:
        _abandon(stream)
        return isinstance(problem, BrokenPipeError)
    except KeyboardInterrupt:
        _abandon(stream)
        raise
    return True


def _abandon(stream: TextIO) -> None:
    """Python would complain, or wait for a reader, when it flushes at exit; give it somewhere to flush to."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def save(path: Path, text: str) -> None:
    """Write a file whole or not at all: beside it first, then in its place.

    A link is followed and stays a link; a device or a pipe is written to, not replaced.
    """
    from minsheng_cli.cli.beside import replace  # what only writes a screen need not pay for it

    try:
        data = text.encode("utf-8", "backslashreplace")
        # asked of the path itself: what /dev/stdout leads to in a pipe has no name of its own
        if path.exists() and not path.is_file():
            with path.open("wb", buffering=0) as file:  # nothing is left to be flushed after Ctrl-C
                left = memoryview(data)
                while left:
                    left = left[file.write(left) :]
        else:
            replace(path.resolve(), data)
    except BrokenPipeError:
        return
    except (OSError, RuntimeError, ValueError) as problem:
        raise Mistake(
            f"写不了文件 {one_line(str(path))}：{_why(problem)}", "检查文件夹是否存在、是否有写入权限"
        ) from None


def _why(problem: Exception) -> str:
    if isinstance(problem, FileNotFoundError):
        return "文件夹不存在"
    if isinstance(problem, PermissionError):
        return "没有写入权限"
    if isinstance(problem, (IsADirectoryError, NotADirectoryError, RuntimeError)):
        return "路径不是文件"
    return "磁盘已满或系统拒绝写入"
