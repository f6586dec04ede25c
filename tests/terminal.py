"""A real terminal: a shell or the command itself in a pty, with a home folder made for the test."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pexpect

from tests.conftest import ROOT

ESCAPES = re.compile(r"\x1b\[[0-9;?>=]*[A-Za-z]|\x1b[=>]|\x1b\][^\x07]*\x07")


def home(folder: Path) -> Path:
    """An empty home folder with the command in its `bin`."""
    program = folder / "bin" / "minsheng"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m minsheng_cli "$@"\n', "utf-8")
    program.chmod(0o755)
    return folder


@contextmanager
def terminal(
    command: list[str],
    at: Path,
    env: Mapping[str, str] | None = None,
    columns: int = 80,
    encoding: str = "utf-8",
    cwd: Path = ROOT,
) -> Iterator[pexpect.spawn]:
    """A program in a terminal of its own; its home is `at`."""
    surroundings = {
        "PATH": f"{at / 'bin'}:/usr/bin:/bin",
        "HOME": str(at),
        "TERM": "xterm",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT / "src"),
        **(env or {}),
    }
    child = pexpect.spawn(
        command[0],
        command[1:],
        cwd=str(cwd),
        env=surroundings,
        dimensions=(60, columns),
        encoding=encoding,
        timeout=60,
    )
    child.delaybeforesend = None
    try:
        yield child
    finally:
        if child.isalive():
            child.kill(signal.SIGKILL)
            child.wait()
        child.close(force=True)


def output(
    *arguments: str,
    at: Path,
    env: Mapping[str, str] | None = None,
    columns: int = 80,
    encoding: str = "utf-8",
) -> tuple[int, str]:
    """The exit code of the command run in a terminal, and all that it showed there."""
    command = [sys.executable, "-m", "minsheng_cli", *arguments]
    with terminal(command, at, env, columns, encoding) as child:
        child.expect(pexpect.EOF)
        child.wait()
        return child.exitstatus, str(child.before).replace("\r\n", "\n")
