"""validate --format json (docs/json.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from minsheng_cli.finding import Finding
from minsheng_cli.views.exact_json import dumps

if TYPE_CHECKING:
    from minsheng_cli.git.repository import Commit
    from minsheng_cli.mending.change import Mends

SCHEMA_VERSION = 1


def render(
    findings: Sequence[Finding],
    files: int,
    fixable: Sequence[bool] | None,
    mends: Mends | None = None,
    *,
    dry_run: bool = False,
    base: Commit | None = None,
) -> str:
    """All findings as one document; `files` is how many files were looked at.

    `base` is the commit that the ledger was compared with.
    `fixable` says of each finding whether --fix takes it away; `mends` are there where --fix was asked for.
    """
    errors = sum(finding.severity == "error" for finding in findings)
    document: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "ok": errors == 0,
        "errors": errors,
        "warnings": len(findings) - errors,
        "files": files,
        "base": None if base is None else {"revision": base.name, "commit": base.id},
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity,
                "file": finding.file,
                "line": finding.line,
                "column": finding.column,
                "message": finding.message,
                "hint": finding.hint,
                "fixable": None if fixable is None else fixable[index],
            }
            for index, finding in enumerate(findings)
        ],
    }
    if mends is not None:
        document |= {"dry_run": dry_run, "fixed": list(_fixed(mends))}
    return dumps(document)


def _fixed(mends: Mends) -> Iterator[dict[str, Any]]:
    """Every change of every file."""
    for file in mends.files:
        for change in file.changes:
            yield {
                "file": file.path,
                "renamed_from": file.renamed_from,
                "line": change.line,
                "before": change.before,
                "after": change.after,
                "kinds": list(change.kinds),
            }
