"""The ledger as it stands, and in it the file of one department, before anything is recorded there."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from minsheng_cli.cli.loading import stopped_by
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.cli.reading import read
from minsheng_cli.cli.select import department_id, month_of_plan
from minsheng_cli.editing.change import NewRemark
from minsheng_cli.model.document import Document
from minsheng_cli.model.ledger import Ledger, assemble
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.model.progress import ProgressFile, Report
from minsheng_cli.model.series import Figures, read_figures
from minsheng_cli.month import Month
from minsheng_cli.rules.context import Context
from minsheng_cli.rules.findings import findings
from minsheng_cli.source.folder import PROGRESS, SourceFile


class Situation(NamedTuple):
    """A ledger as it was read, and the department's file in it."""

    root: Path
    files: list[SourceFile]
    ledger: Ledger
    figures: Figures
    plan: PlanFile
    department: str
    month: Month

    @property
    def path(self) -> str:
        """The department's file."""
        return f"{PROGRESS}/{self.department}.yaml"

    @property
    def document(self) -> Document | None:
        """What was read of it; None where there is none yet."""
        return next((each for each in self.ledger.documents if each.path == self.path), None)

    @property
    def text(self) -> str:
        """Its text; empty where there is no such file yet."""
        return (self.document.text or "") if self.document else ""

    @property
    def report(self) -> Report | None:
        """The month's report, as far as there is one."""
        return report_in(self.document, self.month)

    @property
    def order(self) -> list[str]:
        """The indicators in the plan's order."""
        return list(self.plan.responsibilities)


def situation(root: Path, department: str, month: str) -> Situation:
    """The ledger as it is now; a Mistake where the plan or the department's file is not to be relied on."""
    files = read(root)
    ledger = assemble(files)
    figures, document = read_figures(ledger), ledger.plan_document
    plan = ledger.plan
    if plan is None or document.misfits:
        found = findings(Context(ledger, figures))
        errors = [each for each in found if each.file == document.path and each.severity == "error"]
        if errors or plan is None:
            raise stopped_by(errors, "计划文件有错，没有写", "先改好计划文件，再运行一次")
    if not month.strip():
        raise Mistake("没有写月份", f"写成 {plan.plan.first_month} 这样")
    name = department_id(plan, department)
    here = Situation(root, files, ledger, figures, plan, name, month_of_plan(plan, month))
    editable(here)
    return here


def editable(situation: Situation) -> None:
    """A Mistake with what was found where the department's file cannot be read, or another one has its place."""
    broken = [each.path for each in situation.ledger.documents if _in_the_way(each, situation)]
    document = situation.document
    if not broken and (document is None or document.root is not None):
        return
    found = findings(Context(situation.ledger, situation.figures))
    errors = [each for each in found if each.file in broken and each.severity == "error"]
    raise stopped_by(errors, f"{situation.path} 现在读不准，没有写", "先改好上面这几处，再运行一次")


def _in_the_way(document: Document, situation: Situation) -> bool:
    """Whether nothing can be written safely with a document as it is."""
    if document.path == situation.path:
        return document.root is None or any(
            each.family == "file" and _is_error(each.kind) for each in document.misfits
        )
    if document.path == PROGRESS:
        return True
    own = document.model.department if isinstance(document.model, ProgressFile) else ""
    same_name = document.path.rpartition(".")[0] == situation.path.rpartition(".")[0]
    return same_name or (own == situation.department and situation.document is None)


def _is_error(kind: str) -> bool:
    """Whether what was met in a file's text is an error."""
    from minsheng_cli.rules.catalogue import worders

    return bool(worders("misfits")["file", kind].module.SEVERITY == "error")


def remarks_of(report: Report | None, name: str) -> set[NewRemark]:
    """The problems or highlights of a report."""
    return {NewRemark(each.text, each.project) for each in getattr(report, name)} if report else set()


def day_of(report: Report | None) -> str:
    """The day of a report as typed; empty where there is none."""
    node = report.mapping.values.get("reported_on") if report else None
    return str(getattr(node, "text", ""))


def report_in(document: Document | None, month: Month) -> Report | None:
    """The report of a month in a department's file."""
    model = document.model if document else None
    reports = model.reports if isinstance(model, ProgressFile) else []
    return next((each for each in reports if each.month == month), None)
