"""validate --fix: put right what is certain, and say what was changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from minsheng_cli.cli import streams
from minsheng_cli.cli.lock import locked
from minsheng_cli.cli.reading import read
from minsheng_cli.cli.together import Write, WrittenAll, write_together
from minsheng_cli.finding import Finding
from minsheng_cli.mending.change import Mends
from minsheng_cli.mending.ledger import mend, mended_files
from minsheng_cli.model.ledger import assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.rules.context import Context
from minsheng_cli.rules.findings import findings
from minsheng_cli.source.folder import SourceFile
from minsheng_cli.views.findings import changes

LARGE = 500_000
"""Bytes of a ledger beyond which nobody is told beforehand what --fix would do; ordinary ones have a tenth."""


def fix(root: Path, *, dry_run: bool) -> Mends:
    """Write every file that a certain mend changes, all or none; with `dry_run` none."""
    if dry_run:
        return mend(root, read(root))
    with locked(root):
        mends = mend(root, read(root))
        if mends.files:
            try:
                write_together(_writes(root, mends))
            except WrittenAll:
                tell(mends)
                raise
    return mends


def tell(mends: Mends) -> None:
    """Say what was changed, line by line."""
    for line in changes.render(mends):
        streams.tell(line)


def _writes(root: Path, mends: Mends) -> list[Write]:
    """What is to be written where; links are followed, and a file that has two names is written once."""
    writes: dict[Path, Write] = {}
    for file in mends.files:
        target = (root / file.path).resolve()
        old = None if file.renamed_from is None else (root / file.renamed_from).resolve()
        writes.setdefault(target, Write(file.path, target, file.before, file.after, old))
    return list(writes.values())


def taken_away(
    root: Path,
    files: Sequence[SourceFile],
    found: Sequence[Finding],
    mends: Mends | None = None,
    base: Context | None = None,
) -> list[bool] | None:
    """Of each finding, whether --fix takes it away; None where the ledger is too large to try.

    `mends` are those of the files, where they are known; `base` is the older version that they are compared with.
    """
    if sum(len(file.data or b"") for file in files) > LARGE:
        return None
    ledger = assemble(mended_files(files, mends or mend(root, files)))
    remaining = Counter(_same(each) for each in findings(Context(ledger, read_figures(ledger), base)))
    taken = []
    for finding in found:
        stays = remaining[_same(finding)] > 0
        remaining[_same(finding)] -= stays
        taken.append(not stays)
    return taken


def _same(finding: Finding) -> tuple[str, str, int]:
    """What a finding keeps when the columns of its line move."""
    return (finding.file, finding.code, finding.line)
