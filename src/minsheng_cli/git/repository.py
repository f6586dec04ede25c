"""The repository that a ledger is kept in: where it is, its revisions, the ledger's files in one of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from minsheng_cli.git.blobs import Blobs
from minsheng_cli.git.links import LINK, leaves, links_of
from minsheng_cli.git.program import ID, Refusal, answered, ask
from minsheng_cli.source import folder
from minsheng_cli.source.folder import SourceFile

_MAIN = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)
"""Where the main branch is looked for, the surest place first."""
SHORT = 8
"""Signs of a commit's id that people are shown."""
_SUBMODULE = "160000"


class Commit(NamedTuple):
    """A revision: its full id, and as somebody named it."""

    id: str
    name: str
    forked: bool = False
    """It is not what the name says, but where the work at hand parted from that."""

    @property
    def short(self) -> str:
        """The beginning of its id."""
        return self.id[:SHORT]


class Repository(NamedTuple):
    """A repository with a work tree, and where in it the ledger is."""

    root: Path
    """The ledger."""
    top: Path
    """The work tree's top."""
    prefix: str
    """From the top to the ledger, with `/` at its end; empty where the ledger is the top."""
    shallow: bool
    """Whether only the latest commits are here."""

    @classmethod
    def at(cls, root: Path) -> Repository:
        """The repository around the ledger at `root`; a Refusal where there is none, or none that git would read."""
        said = os.fsdecode(ask(root, "rev-parse", "--show-toplevel", "--is-shallow-repository"))
        top, _, shallow = said.rstrip("\n").rpartition("\n")
        if not top:
            raise Refusal("no-work-tree")
        inside = os.path.relpath(os.path.realpath(root), os.path.realpath(top)).replace(os.sep, "/")
        return cls(root, Path(top), "" if inside == "." else f"{inside}/", shallow == "true")

    def commit(self, revision: str) -> Commit:
        """The commit that a revision names; a Refusal where it names none."""
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        try:
            found = answered(self.root, *words) if revision.strip() else None
        except Refusal as refusal:
            if refusal.cause != "missing-objects":
                raise
            found = None  # what a partial clone does not know might be there; a commit never is
        if not found or not ID.fullmatch(found.strip()):
            unborn = revision in ("HEAD", "@") and answered(self.root, "rev-list", "-1", "--all") == b""
            raise Refusal("no-commits" if unborn else "unknown-revision", revision)
        return Commit(found.decode("ascii").strip(), revision)

    def common_ancestor(self, one: str, other: str) -> Commit:
        """Where two revisions parted; a Refusal where they have nothing in common (or it is not here)."""
        ids = [self.commit(each) for each in (one, other)]
        found = answered(self.root, "merge-base", *(each.id for each in ids))
        if not found:
            raise Refusal("no-common-ancestor", one)
        commit = found.decode("ascii").split()[0]
        return Commit(commit, one, forked=commit != ids[0].id)

    def main_branch(self) -> str:
        """The main branch's full name, for a tag may have the short one; a Refusal where there is none."""
        listed = ask(self.root, "for-each-ref", "--format=%(refname)", *_MAIN).decode("utf-8", "replace")
        known = set(listed.split("\n"))
        found = next((name for name in _MAIN if name in known), None)
        if found is None:
            self.commit("HEAD")
            raise Refusal("no-main-branch")
        return found

    def base(self) -> Commit:
        """Where the work at hand began: the common ancestor of the main branch and what is checked out."""
        full = self.main_branch()
        short = full.removeprefix("refs/remotes/").removeprefix("refs/heads/")
        try:
            return self.common_ancestor(full, "HEAD")._replace(name=short)
        except Refusal as refusal:
            raise Refusal(refusal.cause, short if refusal.about == full else refusal.about) from None

    def files(self, commit: Commit) -> list[SourceFile]:
        """The ledger's files as they were in a commit, like folder.read; a Refusal where it was not there.

        A ledger that stood in another folder then is found where no other has moved since.
        """
        listed = self._listed(commit, self.prefix)
        prefix = self.prefix
        if folder.PLAN not in listed:
            prefix = self._elsewhere(commit)
            listed = self._listed(commit, prefix)
        with Blobs(self.root, most=folder.MAX_BYTES) as blobs:
            links: dict[str, str] = {}

            def says(link: str) -> str:
                found = blobs.read(link)
                return "" if found is None else os.fsdecode(found.data or b"")

            def read_one(path: str) -> SourceFile:
                if listed.get(path, ("",))[0] == LINK:
                    if not links:
                        links.update(self._links(commit))
                    if leaves(f"{prefix}{path}", prefix, links, says):
                        return folder.unread(path, "outside-ledger")
                return _file(blobs, commit, prefix, path, *listed[path])

            names = sorted(
                path.removeprefix(f"{folder.PROGRESS}/")
                for path in listed
                if path.startswith(f"{folder.PROGRESS}/") and not path.startswith(f"{folder.PROGRESS}/.")
            )
            return folder.gathered(
                [
                    read_one(path)
                    for path in (folder.PLAN, folder.CLOSED)
                    if path == folder.PLAN or path in listed
                ],
                (name for name in names if "/" not in name),
                read_one=read_one,
                taken=lambda name: f"{folder.PROGRESS}/{name}" in listed,
            )

    def _listed(self, commit: Commit, prefix: str) -> dict[str, tuple[str, str]]:
        """The ledger's files in a commit by their paths within it: what they are, and the ids of their contents."""
        paths = [f"{prefix}{path}" for path in (folder.PLAN, folder.CLOSED, f"{folder.PROGRESS}/")]
        answer = os.fsdecode(ask(self.root, "ls-tree", "-rz", "--full-tree", commit.id, "--", *paths))
        found = {}
        for line in answer.split("\0")[:-1]:
            about, _, path = line.partition("\t")
            mode, _, name = about.split(" ")[:3]
            found[path.removeprefix(prefix)] = (mode, name)
        return found

    def _elsewhere(self, commit: Commit) -> str:
        """The folder in which the ledger stood in a commit: of the plans there, the only one that has gone since.

        What still stands in its place is another ledger. A move may not be committed yet: the latest commit then has
        the old plan still, and ours not yet.
        """
        latest = self._plans(self.commit("HEAD"))
        if f"{self.prefix}{folder.PLAN}" not in latest:
            latest = frozenset()
        gone = [path for path in sorted(self._plans(commit) - latest) if not os.path.lexists(self.top / path)]
        if len(gone) != 1:
            raise Refusal("no-ledger", commit.name)
        return gone[0].removesuffix(folder.PLAN)

    def _links(self, commit: Commit) -> dict[str, str]:
        """Every link in a commit."""
        return links_of(os.fsdecode(ask(self.root, "ls-tree", "-rz", "--full-tree", commit.id)))

    def _plans(self, commit: Commit) -> frozenset[str]:
        """Every plan in a commit."""
        answer = os.fsdecode(ask(self.root, "ls-tree", "-rz", "--full-tree", "--name-only", commit.id))
        return frozenset(path for path in answer.split("\0") if f"/{path}".endswith(f"/{folder.PLAN}"))


def _file(blobs: Blobs, commit: Commit, prefix: str, path: str, mode: str, name: str) -> SourceFile:
    """One file of a commit, within the bounds of one on the disk."""
    if mode == _SUBMODULE:
        return folder.unread(path, "not-a-file")
    found = blobs.read(f"{commit.id}:{prefix}{path}" if mode == LINK else name)
    if found is None:
        return folder.unread(path, "unreadable", reason="链接指向的地方不存在")
    if found.data is None:
        return folder.unread(path, "too-large", size=f"{found.size:,}")
    return SourceFile(path, found.data, [])
