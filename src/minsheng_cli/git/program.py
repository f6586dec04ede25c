"""The git program: how it is called, and what it refuses."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, Literal

from minsheng_cli.patterns import pattern

Cause = Literal[
    "no-git",
    "no-repository",
    "foreign-owner",
    "no-work-tree",
    "no-commits",
    "no-main-branch",
    "unknown-revision",
    "no-common-ancestor",
    "no-ledger",
    "nothing-by-then",
    "too-much",
    "missing-objects",
    "failed",
]
ID = pattern(rb"[0-9a-f]{40,64}")
"""A content's or a commit's id in full."""
MOST = 50_000_000
"""Bytes of an answer; the log of a county's ten years has a tenth."""
_MOST_SAID = 4_000
"""Bytes of what git says of a failure that are looked at."""
_CHUNK = 65_536
_OTHERS = frozenset(
    (
        *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE"),
        *("GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
    )
)
"""A hook is started with the first of these, and they name places relative to its own folder: the repository is looked
for instead. The others contradict that names are meant as they are written."""
_SETTINGS = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_PAGER": "cat",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
}
_HARMLESS = (
    "--no-pager",
    "-c",
    "core.quotePath=false",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "log.showSignature=false",
    "-c",
    "advice.graftFileDeprecated=false",
)
"""A repository's own settings start no program of theirs."""


class Refusal(Exception):
    """What was asked of git cannot be had: the cause, and what it is about (a revision as typed, a folder)."""

    def __init__(self, cause: Cause, about: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        self.about = about


def ask(folder: Path, *words: str, most: int = MOST) -> bytes:
    """What git answers when it is asked in `folder`; a Refusal where it fails or says more than `most` bytes."""
    with start(folder, *words) as asked:
        answer, complaint, whole = _heard(asked, most)
    if not whole:
        raise Refusal("too-much", words[0])
    if asked.returncode:
        raise Refusal(_cause(complaint), _first_line(complaint))
    return answer


def answered(folder: Path, *words: str) -> bytes | None:
    """What git answers; None where it says no (which is an answer), a Refusal where it cannot be asked at all."""
    try:
        return ask(folder, *words)
    except Refusal as refusal:
        if refusal.cause == "failed":
            return None
        raise


def start(folder: Path, *words: str, feeding: bool = False) -> subprocess.Popen[bytes]:
    """Git at work in `folder`; `feeding`: whether it is told what to answer as it goes."""
    try:
        return subprocess.Popen(
            ["git", *_HARMLESS, *words],
            cwd=folder,
            env=_surroundings(),
            stdin=subprocess.PIPE if feeding else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if feeding else subprocess.PIPE,
        )
    except FileNotFoundError:
        raise Refusal("no-git") from None
    except ValueError:  # a NUL among the words: no name of anything has one
        raise Refusal("failed") from None
    except OSError as problem:
        raise Refusal("no-git" if isinstance(problem, PermissionError) else "failed") from None


def _surroundings() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _OTHERS}
    return {**kept, **_SETTINGS}


def _heard(asked: subprocess.Popen[bytes], most: int) -> tuple[bytes, bytes, bool]:
    """The answer, the beginning of the complaint, and whether the answer was all."""
    assert asked.stdout is not None
    said: list[bytes] = []
    listener = Thread(target=_listen, args=(asked.stderr, said), daemon=True)
    listener.start()  # both at once: git stops where nobody reads what it complains
    answer = asked.stdout.read(most + 1)
    whole = len(answer) <= most
    if not whole:
        asked.kill()
    listener.join()
    return answer, b"".join(said), whole


def _listen(complaints: IO[bytes] | None, said: list[bytes]) -> None:
    """Keep the beginning of what git complains, and let the rest go by."""
    assert complaints is not None
    with suppress(OSError):
        said.append(complaints.read(_MOST_SAID))
        while complaints.read(_CHUNK):
            pass


def _cause(complaint: bytes) -> Cause:
    """What git complains of, by its English words (LC_ALL=C)."""
    said = complaint.lower()
    if b"dubious ownership" in said or b"unsafe repository" in said:
        return "foreign-owner"
    if b"not a git repository" in said:
        return "no-repository"
    if b"must be run in a work tree" in said:
        return "no-work-tree"
    if b"lazy fetch" in said or b"promisor remote" in said or b"unable to read" in said:
        return "missing-objects"
    return "failed"


def _first_line(complaint: bytes) -> str:
    """What git gave up at; hints and warnings come before it."""
    lines = complaint.decode("utf-8", "replace").strip().splitlines()
    ends = ("fatal:", "error:", "")
    return next((line for end in ends for line in lines if line.startswith(end)), "")
