"""The contents of files of any revision, all read through one conversation with git."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha1
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple

from minsheng_cli.git.program import Refusal, start

_CHUNK = 65_536


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
        if "\n" in name:  # asked line by line
            return None
        asking, answers = self._asked.stdin, self._asked.stdout
        assert asking is not None
        assert answers is not None
        try:
            asking.write(name.encode("utf-8", "surrogateescape") + b"\n")
            asking.flush()
        except OSError:
            raise Refusal("failed") from None
        head = answers.readline().split()
        if not head:
            raise Refusal("failed")
        if len(head) == 2 and head[0] in (b"dangling", b"loop", b"notdir", b"symlink") and head[1].isdigit():
            answers.read(int(head[1]) + 1)
            return None
        if len(head) != 3 or not head[2].isdigit():
            return None  # `NAME missing`, `NAME ambiguous`
        blob = self._content(answers, head[0].decode("ascii"), int(head[2]))
        return blob if head[1] == b"blob" else None

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
