"""What `validate` does once its options are read: check, compare with an older version, mend, and show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from minsheng_cli.cli import loading, streams
from minsheng_cli.cli.mistakes import FAILED, FINE, Mistake
from minsheng_cli.cli.output import deliver, shown

if TYPE_CHECKING:
    from minsheng_cli.cli.tasks.older import Older
    from minsheng_cli.mending.change import Mends
    from minsheng_cli.rules.context import Context

MENDABLE = ("M1", "M20", "M30", "M403", "M60")
"""Only where there is a finding of a code that begins so, a mend is possible at all."""


class Asked(NamedTuple):
    """The options, read."""

    root: Path
    format: str
    file: Path | None
    base: str | None
    strict: bool
    fix: bool
    dry_run: bool
    color: str
    quiet: bool


def run(asked: Asked) -> int:
    """Print or write the findings; the exit code says whether the ledger passes."""
    past, refused = _past(asked)
    context = None if past is None else past.context
    mends = _mended(asked)
    checked = loading.check(asked.root, context)
    if mends is not None and not asked.quiet:
        from minsheng_cli.cli.tasks import fixing
        from minsheng_cli.views.findings import changes

        fixing.tell(mends)
        streams.tell(changes.summary(mends, len(checked.findings), dry_run=asked.dry_run))
    taken = _taken_away(asked.root, checked, context, mends if asked.dry_run else None)
    count = sum(not document.skipped for document in checked.ledger.documents)
    if asked.format == "json":
        from minsheng_cli.views.findings.json import render

        commit = None if past is None else past.commit
        text = render(checked.findings, count, taken, mends, dry_run=asked.dry_run, base=commit)
        deliver(text, asked.file, quiet=asked.quiet)
    else:
        from minsheng_cli.views.findings.text import summary

        deliver(_text(asked, checked), asked.file, quiet=asked.quiet)
        if not asked.quiet and refused is None:  # what was asked for has not all been done
            left = sum(taken or ()) if mends is None else 0
            alone = not checked.ledger.progress_documents
            streams.tell(summary(checked.findings, count, left, alone=alone))
    if refused is not None:
        raise refused
    return FAILED if checked.errors or (asked.strict and checked.findings) else FINE


def _past(asked: Asked) -> tuple[Older | None, Mistake | None]:
    """The older version to compare with, where one was asked for; or why there is none.

    What can be found without it is shown all the same; with --fix nothing is written then.
    """
    if asked.base is None:
        return None, None
    from minsheng_cli.cli.tasks import older

    try:
        past = older.older(asked.root, asked.base)
    except Mistake as mistake:
        if asked.fix:
            raise
        return None, mistake
    if not asked.quiet:
        older.tell(past)
    return past, None


def _mended(asked: Asked) -> Mends | None:
    """What --fix mended, or would."""
    if not asked.fix:
        return None
    from minsheng_cli.cli.tasks import fixing

    return fixing.fix(asked.root, dry_run=asked.dry_run)


def _text(asked: Asked, checked: loading.Checked) -> str:
    """The findings for people, or for the places where a change is reviewed."""
    if asked.format != "text":
        from minsheng_cli.cli.tasks import annotating

        return annotating.found(asked.format, asked.root, checked.findings, checked.ledger.documents)
    from minsheng_cli.views.findings.text import render

    cells = streams.terminal_width() if asked.file is None and streams.on_terminal() else None
    texts = {each.path: each.seen or "" for each in checked.ledger.documents} if cells else None
    return shown(render(checked.findings, texts, cells or 0), asked.file, asked.color)


def _taken_away(
    root: Path, checked: loading.Checked, base: Context | None, mends: Mends | None
) -> list[bool] | None:
    """Of each finding, whether --fix takes it away; a ledger with nothing to mend pays nothing for the question."""
    if mends is None and not any(finding.code.startswith(MENDABLE) for finding in checked.findings):
        return [False] * len(checked.findings)
    from minsheng_cli.cli.tasks import fixing

    return fixing.taken_away(root, checked.files, checked.findings, mends, base)
