"""A repository with a ledger, commit by commit: a day each, with branches, merges and moves."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.conftest import write_ledger
from tests.repositories import Repository


class Kept(Repository):
    """A repository whose ledger is changed and committed, each commit a day after the one before."""

    def __init__(self, path: Path, ledger: str = "") -> None:
        super().__init__(path)
        self.root = path
        self.ledger = path / ledger
        self._day = 0

    def put(self, files: Mapping[str, str | bytes]) -> None:
        """Files of the ledger, by their names below `data/`."""
        write_ledger(self.ledger, files)

    def keep(
        self, message: str, files: Mapping[str, str | bytes] | None = None, *, author: str = "张三"
    ) -> None:
        """Write some files and commit everything."""
        self.put(files or {})
        self.git("add", "-A")
        self._commit("--cleanup=verbatim", "-m", message, author=author)

    def _commit(self, *words: str, author: str = "张三") -> None:
        self._day += 1
        self.git("commit", "-q", "--allow-empty", *words, author=author, day=f"2023-09-{self._day:02d}")

    def branch(self, name: str, start: str = "HEAD") -> None:
        """A new branch, checked out."""
        self.git("checkout", "-q", "-b", name, start)

    def checkout(self, name: str) -> None:
        self.git("checkout", "-q", name)

    def merge(self, *names: str, files: Mapping[str, str | bytes] | None = None) -> None:
        """Merge branches; `files` is what stands there in the end, whatever git made of it."""
        self.git("merge", "-q", "--no-ff", "--no-commit", *names, check=False)
        self.put(files or {})
        self.git("add", "-A")
        self._commit("-m", f"合并{'、'.join(names)}")
