"""Where git-setup does its work in a repository, and how it writes and takes away files there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from minsheng_cli.cli.arguments import one_line
from minsheng_cli.cli.beside import beside, replace
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.git.program import ask
from minsheng_cli.git.repository import Repository
from minsheng_cli.git.settings import Settings

_MOST = 1_000_000
"""Bytes of a file of git's; a larger one is left alone."""


class Step(NamedTuple):
    """Something to do, in words; or, without `act`, why there is nothing to do, or why it is not done (`refused`)."""

    title: str
    told: tuple[str, ...]
    act: Callable[[], None] | None = None
    refused: bool = False


class Place(NamedTuple):
    """Where things go."""

    repository: Repository
    settings: Settings
    own: Path
    """Git's own folder, the same for all work trees."""
    hooks: Path

    @classmethod
    def of(cls, repository: Repository) -> Place:
        """The places of a repository."""
        top = repository.top

        def asked(*words: str) -> Path:
            return top / os.fsdecode(ask(top, "rev-parse", *words)).removesuffix("\n")

        return cls(repository, Settings(top), asked("--git-common-dir"), asked("--git-path", "hooks"))

    @property
    def prefix(self) -> str:
        """From the top to the ledger."""
        return self.repository.prefix

    @property
    def script(self) -> Path:
        """The program that checks what is about to be committed."""
        return self.own / "minsheng-pre-commit"

    @property
    def entry(self) -> Path:
        """The program that git runs."""
        return self.hooks / "pre-commit"

    @property
    def attributes(self) -> Path:
        """The ledger's own file, so that its line is the same wherever the ledger stands."""
        return self.repository.top / self.prefix / ".gitattributes"

    def note(self, name: str) -> str:
        """The setting that notes what was done for this ledger."""
        return f"minsheng.{self.prefix or './'}.{name}"

    def shown(self, path: Path) -> str:
        """A path as it is told, from the top where it lies below."""
        top = os.path.realpath(self.repository.top)
        real = Path(os.path.realpath(path.parent), path.name)
        return one_line(real.relative_to(top).as_posix() if real.is_relative_to(top) else str(real))

    @property
    def hooks_are_ours(self) -> bool:
        """Whether the hooks are this repository's, and not those of everything on the machine."""
        folder = Path(os.path.realpath(self.hooks))
        return any(folder.is_relative_to(os.path.realpath(home)) for home in (self.own, self.repository.top))

    @property
    def alone(self) -> bool:
        """Whether no other ledger of the repository is set up."""
        noted = self.settings.names(r"^minsheng\..*\.setup$")
        return not [name for name in noted if name != self.note("setup")]


def read(path: Path) -> bytes | None:
    """What a plain file holds; None where there is none, or something else, or too much."""
    if path.is_symlink() or not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            data = file.read(_MOST + 1)
    except OSError:
        return None
    return data if len(data) <= _MOST else None


def write(place: Place, path: Path, data: bytes, *, was: bytes | None, program: bool = False) -> None:
    """Put a file in its place whole, where what is there is still what it `was`."""
    _unchanged(place, path, was)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if program:
            new = beside(path, data, None)
            new.chmod(0o755)
            new.replace(path)
        else:
            replace(path, data)
    except OSError as problem:
        raise _refusal(place, path, problem) from None


def unlink(place: Place, path: Path, *, was: bytes | None) -> None:
    """Take a file away that is still what it `was`."""
    _unchanged(place, path, was)
    try:
        path.unlink(missing_ok=True)
    except OSError as problem:
        raise _refusal(place, path, problem) from None


def _unchanged(place: Place, path: Path, was: bytes | None) -> None:
    """Somebody may have written there while the question was open."""
    if read(path) != was or (was is None and os.path.lexists(path)):
        raise Mistake(f"{place.shown(path)} 刚才被别人改过，没有动", "再运行一次，前面做完的不用重做")


def _refusal(place: Place, path: Path, problem: OSError) -> Mistake:
    why = "没有写入权限" if isinstance(problem, PermissionError) else "系统拒绝写入"
    return Mistake(f"写不了 {place.shown(path)}：{why}", "改好权限再运行一次，前面做完的不用重做")
