"""Real git repositories for tests: who commits what and when is given, so that ids are always the same."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
SURROUNDINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C.UTF-8",
}


class Repository:
    """A repository at `path`, made with `git init` or `git clone`."""

    def __init__(self, path: Path, *, clone: Path | None = None, bare: bool = False) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        if clone is not None:
            self.git("clone", "-q", str(clone), ".")
        else:
            self.git("init", "-q", "-b", "main", *(["--bare"] if bare else []))

    def git(self, *words: str, author: str = "王芳", day: str = "2023-09-05", check: bool = True) -> str:
        """What git prints; `day` may have its time with it."""
        moment = day if "T" in day or "@" in day else f"{day}T09:00:00+0800"
        who = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", author), ("EMAIL", "user@example.com"), ("DATE", moment))
        }
        done = subprocess.run(
            ["git", *words],
            cwd=self.path,
            env={**os.environ, **SURROUNDINGS, **who},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0 or not check, done.stderr.decode()
        return done.stdout.decode("utf-8", "replace").strip()

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Files by their paths, whole; folders are made."""
        for name, text in files.items():
            path = self.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def replace(self, name: str, old: str, new: str) -> None:
        """Put one text in another's place, which must be there."""
        text = (self.path / name).read_text("utf-8")
        assert old in text
        (self.path / name).write_text(text.replace(old, new), "utf-8")

    def commit(self, message: str = "月报", *, author: str = "王芳", day: str = "2023-09-05") -> str:
        """Commit all that is different; the commit's id."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, author=author, day=day)
        return self.git("rev-parse", "HEAD")


def shipped(path: Path) -> Repository:
    """A repository with the ledger that comes along, as it is and as it was a commit ago."""
    made = Repository(path)
    shutil.copytree(ROOT / "data", path / "data")
    made.commit("计划和进度")
    made.commit("没有改什么")
    return made
