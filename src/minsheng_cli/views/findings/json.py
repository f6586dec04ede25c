"""validate --format json (docs/json.md)."""

from __future__ import annotations

from collections.abc import Sequence

from minsheng_cli.finding import Finding
from minsheng_cli.views.exact_json import dumps

SCHEMA_VERSION = 1


def render(findings: Sequence[Finding], files: int) -> str:
    """All findings as one document; `files` is how many files were looked at."""
    errors = sum(finding.severity == "error" for finding in findings)
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "ok": errors == 0,
            "errors": errors,
            "warnings": len(findings) - errors,
            "files": files,
            "findings": [
                {
                    "code": finding.code,
                    "severity": finding.severity,
                    "file": finding.file,
                    "line": finding.line,
                    "column": finding.column,
                    "message": finding.message,
                    "hint": finding.hint,
                }
                for finding in findings
            ],
        }
    )
