"""validate --format text: the place, what is wrong, and below it what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minsheng_cli.finding import Finding
from minsheng_cli.source.folder import PROGRESS
from minsheng_cli.terms import SEVERITY_WORDS
from minsheng_cli.views.harmful import harmless
from minsheng_cli.views.lines import Line


def render(
    findings: Sequence[Finding], texts: Mapping[str, str] | None = None, cells: int = 80
) -> list[Line]:
    """Two lines a finding; with the files' `texts`, the line as typed stands between them, the place marked.

    `cells` is the width that such an excerpt may take.
    """
    if texts is not None:
        from minsheng_cli.views.findings.excerpt import excerpt, lines_of  # only a terminal is shown the line

    lines: list[Line] = []
    typed: dict[str, list[str]] = {}
    for finding in findings:
        place = f"{harmless(finding.file)}:{finding.line}:{finding.column}: "
        lines.append(
            [
                (place, ""),
                (f"{finding.code} {SEVERITY_WORDS[finding.severity]}", finding.severity),
                (f" {harmless(finding.message)}", ""),
            ]
        )
        if texts is not None:
            if finding.file not in typed:
                typed[finding.file] = lines_of(texts.get(finding.file, ""))
            if finding.line <= len(typed[finding.file]) and (line := typed[finding.file][finding.line - 1]):
                lines += excerpt(line, finding.line, finding.column, cells, finding.message)
        lines.append([(f"    {harmless(finding.hint)}", "below")])
    return lines


def summary(findings: Sequence[Finding], files: int, mendable: int = 0, *, alone: bool = False) -> str:
    """One line on the whole; `mendable` is how many of the findings --fix would take away.

    `alone` is a plan without any department's file: in the wrong folder they would not be missed.
    """
    errors = sum(finding.severity == "error" for finding in findings)
    told = f"查了{files}个文件，没有发现问题"
    if findings:
        told = f"查了{files}个文件：{errors}处错误，{len(findings) - errors}处警告"
    if mendable:
        told += f"；其中{mendable}处可用 minsheng validate --fix 自动改"
    return f"{told}；{PROGRESS} 里还没有部门的文件" if alone else told
