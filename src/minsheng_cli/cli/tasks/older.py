"""validate --base: the ledger as it was where a change began, to be compared with what there is now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from minsheng_cli.cli import streams
from minsheng_cli.cli.arguments import one_line
from minsheng_cli.cli.revisions import in_words, repository
from minsheng_cli.git.program import Refusal
from minsheng_cli.git.repository import Commit
from minsheng_cli.model.ledger import assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.rules.context import Context
from minsheng_cli.source.folder import SourceFile
from minsheng_cli.terms import bounded
from minsheng_cli.views.harmful import harmless

_MOST_NAMED = 5
"""Files that a sentence names."""


class Older(NamedTuple):
    """An older version: the commit that is compared with, and its ledger (None where it was not there yet)."""

    commit: Commit
    context: Context | None


def older(root: Path, revision: str) -> Older:
    """The ledger as it was where what is checked out parted from `revision`.

    What others have landed in `revision` meanwhile is not held against the change.
    """
    found = repository(root)
    with in_words(found):
        commit = found.common_ancestor(revision, "HEAD")
        files: list[SourceFile] | None = None
        try:
            files = found.files(commit)
        except Refusal as refusal:
            if refusal.cause != "no-ledger":
                raise
    if files is None:
        return Older(commit, None)
    ledger = assemble(files)
    return Older(commit, Context(ledger, read_figures(ledger)))


def tell(found: Older) -> None:
    """Say what is compared with, and what of it could not be read."""
    for line in _said(found):
        streams.tell(harmless(bounded(line)))


def _said(found: Older) -> Iterator[str]:
    apart = "和现在的共同起点" if found.commit.forked else ""
    called = f"版本 {found.commit.short}（“{one_line(found.commit.name)}”{apart}）"
    if found.context is None:
        yield f"{called}里还没有这本台账，全部当作新的"
        return
    from minsheng_cli.rules.since import Version

    yield f"和{called}比较"
    if unread := Version(found.context).unread:
        named = "、".join(map(one_line, unread[:_MOST_NAMED]))
        more = f"等{len(unread)}个文件" if len(unread) > _MOST_NAMED else ""
        yield f"那个版本里有读不懂的地方，没有拿来比：{named}{more}"
