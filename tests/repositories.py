"""Real repositories for tests: ledgers whose files are committed day by day, by the git program."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import QUIET_GIT, write_ledger


class Kept:
    """A ledger in a repository of its own, or in a folder of one."""

    def __init__(self, top: Path, ledger: str = "") -> None:
        self.top = top
        self.root = top / ledger
        self.root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main", "--object-format=sha1")

    def git(self, *words: str, when: str = "2025-01-01T08:00:00+08:00", **more: str) -> str:
        """What git answers; `when` is the time of whatever it commits."""
        env = {**os.environ, **QUIET_GIT, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, **more}
        done = subprocess.run(["git", *words], cwd=self.top, env=env, capture_output=True, check=True)
        return done.stdout.decode("utf-8").strip()

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Files by their names under data/, not committed."""
        write_ledger(self.root, files)

    def commit(self, when: str, files: Mapping[str, str | bytes] | None = None, **more: str) -> str:
        """Commit everything as it stands, with these files; the commit's id."""
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "月报", when=when, **more)
        return self.git("rev-parse", "HEAD")


def with_history(root: Path) -> None:
    """Two commits of a ledger that stands there, of September 2023."""
    made = Kept(root)
    made.commit("2023-09-05T10:00:00+08:00")
    made.commit("2023-09-08T10:00:00+08:00")
