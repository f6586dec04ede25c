"""Load, read and check a ledger: the way that every command begins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from minsheng_cli.cli.mistakes import FAILED, Mistake
from minsheng_cli.cli.reading import read
from minsheng_cli.finding import Finding
from minsheng_cli.model.ledger import Ledger, assemble
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.model.series import Figures, read_figures
from minsheng_cli.rules.context import Context
from minsheng_cli.rules.findings import findings
from minsheng_cli.source.folder import SourceFile


class Checked(NamedTuple):
    """A ledger with everything that was found in it."""

    files: list[SourceFile]
    ledger: Ledger
    figures: Figures
    findings: list[Finding]

    @property
    def errors(self) -> list[Finding]:
        """The findings that keep a ledger from being published."""
        return [finding for finding in self.findings if finding.severity == "error"]


class Sound(NamedTuple):
    """A ledger that can be published: without errors, or without the files that have them."""

    ledger: Ledger
    figures: Figures
    plan: PlanFile
    left_out: list[str]


def check(root: Path) -> Checked:
    """Read and check every file of the ledger at `root`."""
    files = read(root)
    ledger = assemble(files)
    figures = read_figures(ledger)
    return Checked(files, ledger, figures, findings(Context(ledger, figures)))


def publishable(root: Path, *, allow_invalid: bool) -> Sound:
    """The ledger for publishing; one with errors is refused, or goes without its broken files."""
    checked = check(root)
    broken = {finding.file for finding in checked.errors}
    broken |= {document.path for document in checked.ledger.documents if document.skipped}
    plan = checked.ledger.plan
    if plan is not None and not broken:
        return Sound(checked.ledger, checked.figures, plan, [])
    if not allow_invalid or plan is None or checked.ledger.plan_document.path in broken:
        raise _refusal(checked.errors, plan_broken=checked.ledger.plan_document.path in broken)
    kept = [document for document in checked.ledger.progress_documents if document.path not in broken]
    ledger = replace(checked.ledger, progress_documents=kept)
    return Sound(ledger, read_figures(ledger), plan, sorted(broken))


def _refusal(errors: list[Finding], *, plan_broken: bool) -> Mistake:
    """Why nothing was published, with every finding that stopped it."""
    from minsheng_cli.views.findings.text import render
    from minsheng_cli.views.lines import plain

    hint = (
        "改正后再运行；计划文件有错时不能用 --allow-invalid"
        if plan_broken
        else "改正后再运行，或用 --allow-invalid 去掉出错的文件先看其余的"
    )
    return Mistake(f"{plain(render(errors))}台账有{len(errors)}处错误，没有输出结果", hint, FAILED)
