"""Load, read and check a ledger: the way that every command begins."""

from __future__ import annotations

from collections.abc import Sequence
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


def check(root: Path, base: Context | None = None) -> Checked:
    """Read and check every file of the ledger at `root`, also against an older version of it."""
    return check_files(read(root), base)


def check_files(files: list[SourceFile], base: Context | None = None) -> Checked:
    """Check a ledger's files, those on the disk or those of a revision."""
    ledger = assemble(files)
    figures = read_figures(ledger)
    return Checked(files, ledger, figures, findings(Context(ledger, figures, base)))


def publishable(root: Path, *, allow_invalid: bool) -> Sound:
    """The ledger for publishing; one with errors is refused, or goes without its broken files."""
    checked = check(root)
    sound = without_broken(checked)
    if sound is None or (sound.left_out and not allow_invalid):
        raise _refusal(checked.errors, plan_broken=sound is None)
    return sound


def without_broken(checked: Checked) -> Sound | None:
    """The ledger without the files that have errors; None where the plan is one of them."""
    broken = {finding.file for finding in checked.errors}
    broken |= {document.path for document in checked.ledger.documents if document.skipped}
    plan = checked.ledger.plan
    if plan is None or checked.ledger.plan_document.path in broken:
        return None
    if not broken:
        return Sound(checked.ledger, checked.figures, plan, [])
    kept = [document for document in checked.ledger.progress_documents if document.path not in broken]
    ledger = replace(checked.ledger, progress_documents=kept)
    return Sound(ledger, read_figures(ledger), plan, sorted(broken))


def _refusal(errors: list[Finding], *, plan_broken: bool) -> Mistake:
    """Why nothing was published, with every finding that stopped it."""
    hint = (
        "改正后再运行；计划文件有错时不能用 --allow-invalid"
        if plan_broken
        else "改正后再运行，或用 --allow-invalid 去掉出错的文件先看其余的"
    )
    return refusal(errors, "没有输出结果", hint)


def refusal(errors: Sequence[Finding], what: str, hint: str) -> Mistake:
    """What was not done, with every finding that stopped it."""
    return stopped_by(errors, f"台账有{len(errors)}处错误，{what}", hint)


def stopped_by(errors: Sequence[Finding], sentence: str, hint: str) -> Mistake:
    """A sentence below the findings that it is about."""
    from minsheng_cli.views.findings.text import render
    from minsheng_cli.views.lines import plain

    return Mistake(f"{plain(render(errors))}{sentence}", hint, FAILED)
