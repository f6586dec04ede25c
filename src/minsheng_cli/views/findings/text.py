"""validate --format text: the place, what is wrong, and below it what to do."""

from __future__ import annotations

from collections.abc import Sequence

from minsheng_cli.finding import Finding
from minsheng_cli.terms import SEVERITY_WORDS
from minsheng_cli.views.cells import harmless
from minsheng_cli.views.grid import Line


def render(findings: Sequence[Finding]) -> list[Line]:
    """Two lines a finding."""
    lines: list[Line] = []
    for finding in findings:
        place = f"{harmless(finding.file)}:{finding.line}:{finding.column}: "
        lines.append(
            [
                (place, ""),
                (f"{finding.code} {SEVERITY_WORDS[finding.severity]}", finding.severity),
                (f" {harmless(finding.message)}", ""),
            ]
        )
        lines.append([(f"    {harmless(finding.hint)}", "below")])
    return lines


def summary(findings: Sequence[Finding], files: int) -> str:
    """One line on the whole."""
    errors = sum(finding.severity == "error" for finding in findings)
    if not findings:
        return f"查了{files}个文件，没有发现问题"
    return f"查了{files}个文件：{errors}处错误，{len(findings) - errors}处警告"
