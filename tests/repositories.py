"""Real repositories for the tests, made by the git program: who, when and what are fixed, the machine's settings are not looked at."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import write_ledger

_PLAIN = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_EDITOR": "true",
    "LC_ALL": "C",
}


class Repository:
    """A repository with a ledger in it; commits are an hour apart."""

    def __init__(self, root: Path, ledger: str = "") -> None:
        self.root = root
        self.ledger = root / ledger if ledger else root
        self._hour = 0
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str, author: str = "张三", check: bool = True) -> str:
        """What git says to `words`."""
        when = f"2023-09-{1 + self._hour // 24:02d}T{self._hour % 24:02d}:00:00+08:00"
        env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _PLAIN
        for role in ("AUTHOR", "COMMITTER"):
            env |= {
                f"GIT_{role}_NAME": author,
                f"GIT_{role}_EMAIL": f"{author.encode().hex()[:16]}@example.org",
                f"GIT_{role}_DATE": when,
            }
        done = subprocess.run(["git", *words], cwd=self.root, env=env, capture_output=True, check=False)
        assert not check or done.returncode == 0, done.stderr.decode()
        return done.stdout.decode("utf-8", "replace").strip()

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Files of the ledger, by their names below `data/`."""
        write_ledger(self.ledger, files)

    def commit(
        self, message: str, files: Mapping[str, str | bytes] | None = None, *, author: str = "张三"
    ) -> str:
        """Write some files and commit everything; the commit's id."""
        self.write(files or {})
        self._hour += 1
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "--cleanup=verbatim", "-m", message, author=author)
        return self.git("rev-parse", "HEAD")

    def branch(self, name: str, start: str = "HEAD") -> None:
        """A new branch, checked out."""
        self.git("checkout", "-q", "-b", name, start)

    def checkout(self, name: str) -> None:
        self.git("checkout", "-q", name)

    def merge(self, *names: str, files: Mapping[str, str | bytes] | None = None) -> str:
        """Merge branches; `files` is what stands there in the end, whatever git made of it."""
        self._hour += 1
        self.git("merge", "-q", "--no-ff", "--no-commit", *names, check=False)
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", f"合并{'、'.join(names)}")
        return self.git("rev-parse", "HEAD")
