"""The contents of files of any revision, all read through one conversation with git."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha1
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple

from minsheng_cli.git.program import ID, Refusal, answered, start

_CHUNK = 65_536
_AT_ONCE = 8_000
"""Bytes of names that are asked for before the first answer is read: less than any pipe holds, or both sides would wait."""


class Blob(NamedTuple):
    """A file's content: its id, its size in bytes, and its bytes (None where there are too many)."""

    id: str
    size: int
    data: bytes | None


def id_of(data: bytes) -> str:
    """The id that git gives to a content (in a repository of the usual kind)."""
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


class Blobs:
    """Reads contents by id or by `COMMIT:path`, one after another, from one `git cat-file --batch`."""

    def __init__(self, folder: Path, *, most: int) -> None:
        """`most`: bytes of a file; of a larger one only the size is told."""
        self._folder = folder
        self._most = most
        self._asked = start(folder, "cat-file", "--batch", "--follow-symlinks", feeding=True)

    def __enter__(self) -> Blobs:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: object, trace: TracebackType | None) -> None:
        for stream in (self._asked.stdin, self._asked.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        self._asked.wait()

    def read(self, name: str) -> Blob | None:
        """The content of a file; None where there is no such file (nothing there, a folder, a link out)."""
        ((_, found),) = self.each([name])
        return found

    def each(self, names: Sequence[str]) -> Iterator[tuple[str, Blob | None]]:
        """Many contents, so many asked for at once that git need not wait for us, nor we for git."""
        asked: list[str] = []
        room = _AT_ONCE
        for name in names:
            line = _line(name)
            if asked and len(line) > room:
                yield from self._together(asked)
                asked, room = [], _AT_ONCE
            asked.append(name)
            room -= len(line)
        yield from self._together(asked)

    def _together(self, names: Sequence[str]) -> Iterator[tuple[str, Blob | None]]:
        self._ask(b"".join(map(_line, names)))
        for name in names:
            yield name, self._answer(name) if _line(name) else None

    def _ask(self, lines: bytes) -> None:
        asking = self._asked.stdin
        assert asking is not None
        try:
            asking.write(lines)
            asking.flush()
        except OSError:
            raise Refusal("failed") from None

    def _answer(self, name: str) -> Blob | None:
        answers = self._asked.stdout
        assert answers is not None
        head = answers.readline().split()
        if not head:
            raise Refusal("missing-objects" if self._partial() else "failed")
        if len(head) == 2 and head[0] in (b"dangling", b"loop", b"notdir", b"symlink") and head[1].isdigit():
            answers.read(int(head[1]) + 1)
            return None
        if len(head) != 3 or not head[2].isdigit():
            if ID.fullmatch(name.encode("utf-8", "surrogateescape")):
                raise Refusal("missing-objects")  # what is asked for by its id is part of the history
            return None  # `NAME missing`, `NAME ambiguous`
        blob = self._content(answers, head[0].decode("ascii"), int(head[2]))
        return blob if head[1] == b"blob" else None

    def _partial(self) -> bool:
        """Whether the repository need not hold everything: git gives up at what is missing then."""
        promised = answered(self._folder, "config", "--get-regexp", r"^remote\..*\.promisor$")
        return bool(promised)

    def _content(self, answers: IO[bytes], name: str, size: int) -> Blob:
        """What follows a head; one too large is gone through, and not kept."""
        if size <= self._most:
            data = answers.read(size)
            answers.read(1)
            return Blob(name, size, data)
        left = size + 1
        while left and (piece := answers.read(min(left, _CHUNK))):
            left -= len(piece)
        return Blob(name, size, None)


def _line(name: str) -> bytes:
    """How a content is asked for; nothing for a name that has a line end in it, for git is asked line by line."""
    return b"" if "\n" in name else name.encode("utf-8", "surrogateescape") + b"\n"
