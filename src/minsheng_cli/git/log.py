"""The commits that changed a ledger, read with one `git log`, and the ledger's files in each of them.

git leaves out what changed nothing here and tells each commit's nearest ancestors that did (merges stay, for
they may have dropped something); what it tells of the files is only what differs from the first of them, so the
files of a commit are those of that one with the difference applied. A ledger that stood in another folder
before is followed there with a second log.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from minsheng_cli.git.program import Refusal, ask
from minsheng_cli.git.repository import SHORT, Repository
from minsheng_cli.source import folder

MOST_LOG = 400_000_000
"""Bytes of a log; a hundred thousand commits that each changed twenty files have less."""
_FIELDS = ("%H", "%P", "%aN", "%aI", "%s")
_LOG = (
    "-c",
    "log.showRoot=true",
    "--no-literal-pathspecs",
    "log",
    "--topo-order",
    "--full-history",
    "--parents",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-renames",
    "--no-relative",
    f"-O{os.devnull}",
    "--no-ext-diff",
    "--no-color",
    "--no-notes",
    "--no-decorate",
    "--diff-merges=first-parent",
    "--encoding=UTF-8",
    f"--format={'%x00'.join(_FIELDS)}%x00",
)
_FILES = frozenset(("100644", "100755", "100664", "120000"))
_ABOVE = "top,glob"
_PLAN_ANYWHERE = f":({_ABOVE})**/{folder.PLAN}"
_PROGRESS_ANYWHERE = f":({_ABOVE})**/{folder.PROGRESS}/*.yaml"

Files = Mapping[str, str]
"""The ids of the contents of a ledger's files by their paths within it."""


class Author(NamedTuple):
    """Who made a commit and when: the name as the mailmap has it, the time with its own zone (ISO 8601)."""

    name: str
    time: str


class Commit(NamedTuple):
    """One commit that changed the ledger, with the nearest of its ancestors that did."""

    id: str
    parents: tuple[str, ...]
    author: Author
    subject: str
    files: Files
    """All of the ledger's files as they are in it."""

    @property
    def short(self) -> str:
        """The beginning of its id."""
        return self.id[:SHORT]


class Log(NamedTuple):
    """The commits that changed a ledger, each after its parents; the last one is as what is checked out."""

    commits: list[Commit]
    boundary: frozenset[str]
    """Commits whose parents are not here: of a shallow clone the oldest ones."""


class _Told(NamedTuple):
    """A commit as git tells it; `changes` by path from the top: the new content's id, or None where it is gone."""

    id: str
    parents: tuple[str, ...]
    author: Author
    subject: str
    changes: dict[str, str | None]
    added: set[str]
    """Paths that were not there before."""


def log(repository: Repository) -> Log:
    """The history of the ledger up to what is checked out; a Refusal where there is no commit at all."""
    head = repository.commit("HEAD").id
    inside = repository.prefix
    here = [f":(top,literal){inside}{path}" for path in (folder.PLAN, folder.PROGRESS)]
    told = {each.id: each for each in _asked(repository, [head], here)}
    plan = f"{inside}{folder.PLAN}"
    arrivals = [each.id for each in told.values() if plan in each.added and len(each.parents) < 2]
    if arrivals:
        anywhere = [_PLAN_ANYWHERE, _PROGRESS_ANYWHERE]
        told |= {each.id: each for each in _asked(repository, arrivals, anywhere)}
    return Log(list(_with_files(told, _places(told, inside))), _boundary(repository))


def _boundary(repository: Repository) -> frozenset[str]:
    if not repository.shallow:
        return frozenset()
    place = os.fsdecode(ask(repository.root, "rev-parse", "--git-path", "shallow")).rstrip("\n")
    try:
        listed = (repository.root / place).read_text("ascii")
    except (OSError, ValueError):
        raise Refusal("failed") from None
    return frozenset(listed.split())


def _asked(repository: Repository, tips: Iterable[str], paths: Iterable[str]) -> Iterator[_Told]:
    """What git tells of the commits that lead to `tips` and changed something below `paths`, the latest first."""
    answer = ask(repository.root, *_LOG, *tips, "--", *paths, most=MOST_LOG)
    fields = iter(answer.split(b"\0"))
    field = next(fields, b"")
    while name := field.strip():
        parents, author, time, subject = (next(fields, b"") for _ in _FIELDS[1:])
        changes: dict[str, str | None] = {}
        added: set[str] = set()
        field = next(fields, b"") or next(fields, b"")
        while (change := field.lstrip(b"\n")).startswith(b":"):
            path = os.fsdecode(next(fields, b""))
            changes[path], new = _change(change)
            if new:
                added.add(path)
            field = next(fields, b"")
        yield _Told(
            name.decode("ascii", "replace"),
            tuple(parents.decode("ascii", "replace").split()),
            Author(_text(author), _text(time)),
            _text(subject),
            changes,
            added,
        )


def _change(words: bytes) -> tuple[str | None, bool]:
    """`:100644 100644 OLD NEW M`: what stands there now (only files count), and whether nothing did before."""
    parts = words.decode("ascii", "replace").split()
    if len(parts) != 5:
        raise Refusal("failed")
    _, mode, _, new, status = parts
    return new if mode in _FILES else None, status == "A"


def _text(field: bytes) -> str:
    return field.decode("utf-8", "replace")


def _places(told: Mapping[str, _Told], inside: str) -> list[str]:
    """Where the ledger stood, from the top: now, and before it was moved (a plan went away where this one came)."""
    places = [inside]
    for place in places:
        for each in told.values():
            if f"{place}{folder.PLAN}" in each.added:
                gone = (
                    path.removesuffix(folder.PLAN)
                    for path, content in each.changes.items()
                    if content is None and f"/{path}".endswith(f"/{folder.PLAN}")
                )
                places += [name for name in gone if name not in places]
    return places


def _with_files(told: Mapping[str, _Told], places: Sequence[str]) -> Iterator[Commit]:
    """The commits, parents first, each with the ledger's files in it."""
    trees: dict[str, dict[str, str]] = {}
    ledgers: dict[str, Files] = {}
    for each in _parents_first(told):
        parents = tuple(name for name in each.parents if name in told)
        before = trees[parents[0]] if parents else {}
        trees[each.id] = before
        if each.changes:
            tree = trees[each.id] = dict(before)
            for path, content in each.changes.items():
                if content is None:
                    tree.pop(path, None)
                else:
                    tree[path] = content
        same = parents and trees[each.id] is before
        ledgers[each.id] = ledgers[parents[0]] if same else _ledger(trees[each.id], places)
        yield Commit(each.id, parents, each.author, each.subject, ledgers[each.id])


def _ledger(tree: Mapping[str, str], places: Sequence[str]) -> Files:
    """The ledger's own files by their paths within it, wherever it stood."""
    inside = next((place for place in places if f"{place}{folder.PLAN}" in tree), places[0])
    starts = f"{inside}{folder.PROGRESS}/"
    found = {
        path[len(inside) :]: name
        for path, name in tree.items()
        if path.startswith(starts) and path.endswith(".yaml") and "/" not in path[len(starts) :]
    }
    plan = tree.get(f"{inside}{folder.PLAN}")
    return {folder.PLAN: plan, **found} if plan else found


def _parents_first(told: Mapping[str, _Told]) -> list[_Told]:
    """The commits, each after its parents, otherwise in the order in which git told them, the oldest first."""
    order: list[_Told] = []
    done: set[str] = set()
    for start in reversed(list(told.values())):
        waiting = [start]
        while waiting:
            each = waiting[-1]
            missing = [told[name] for name in each.parents if name in told and name not in done]
            if missing and each.id not in done:
                waiting += missing
                continue
            waiting.pop()
            if each.id not in done:
                done.add(each.id)
                order.append(each)
    return order
