"""What record does once it knows what is wanted: edit the text, check the whole ledger with it, write it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from minsheng_cli.cli import streams
from minsheng_cli.cli.loading import stopped_by
from minsheng_cli.cli.mistakes import BUG, FAILED, Mistake
from minsheng_cli.cli.tasks.situation import Situation, day_of, remarks_of, report_in
from minsheng_cli.cli.together import Write, WrittenAll, write_together
from minsheng_cli.editing.change import REMARK_LISTS, CannotEdit, ReportChange
from minsheng_cli.editing.edit import NotAsIntended, begun, edited
from minsheng_cli.finding import Finding
from minsheng_cli.model.document import Document
from minsheng_cli.model.ledger import Ledger, assemble
from minsheng_cli.model.series import Figures, read_figures
from minsheng_cli.rules.context import Context
from minsheng_cli.rules.findings import findings
from minsheng_cli.source.folder import MAX_BYTES, PROGRESS, SourceFile

FELL = "M401"
"""A cumulative figure that is less than before: the one error that a reason mends."""
_SCHEMA = "# yaml-language-server:"


class Manner(NamedTuple):
    """How the command was asked to go about it."""

    dry_run: bool = False
    color: str = "auto"
    quiet: bool = False


class Outcome(NamedTuple):
    """The ledger as it would be."""

    text: str
    ledger: Ledger
    figures: Figures
    document: Document
    findings: list[Finding]
    """What is found in the department's file and in the plan."""

    @property
    def errors(self) -> list[Finding]:
        """What keeps it from being written."""
        return [each for each in self.findings if each.severity == "error"]


def attempt(situation: Situation, change: ReportChange) -> Outcome:
    """The department's file with the change, and what the whole check says of it then."""
    text = _edited(situation, change)
    file = SourceFile(situation.path, text.encode(), [])
    if len(file.data or b"") > MAX_BYTES:
        raise Mistake(f"{situation.path} 写进去以后超过{MAX_BYTES:,}字节，没有写", "", FAILED)
    (document,) = assemble([file]).progress_documents
    others = [each for each in situation.ledger.progress_documents if each.path != situation.path]
    every = sorted([*others, document], key=lambda each: each.path)
    ledger = replace(situation.ledger, progress_documents=every)
    figures = read_figures(ledger)
    plan = situation.ledger.plan_document.path
    found = [each for each in findings(Context(ledger, figures)) if each.file in (situation.path, plan)]
    return Outcome(text, ledger, figures, document, found)


def _edited(situation: Situation, change: ReportChange) -> str:
    try:
        if situation.document is None:
            return begun(situation.department, change, _head(situation))
        return edited(situation.text, change, situation.order)
    except CannotEdit as problem:
        raise Mistake(
            f"{situation.path}第{problem.line}行的写法，程序不敢替人改，没有写", "请用编辑器改这一处", FAILED
        ) from None
    except NotAsIntended:
        _refuse_what_is_there(situation)
        raise Mistake(
            f"程序内部出错：改出来的 {situation.path} 和要改的不一样，没有写",
            "请把这个文件和用的命令报给维护人员",
            BUG,
        ) from None


def _refuse_what_is_there(situation: Situation) -> None:
    """A Mistake with the errors that the file has already, where it has some."""
    found = findings(Context(situation.ledger, situation.figures))
    errors = [each for each in found if each.severity == "error" and each.file == situation.path]
    if errors:
        sentence = f"{situation.path} 原来就有{len(errors)}处错误，没有写"
        raise stopped_by(errors, sentence, "先改好上面这几处，再运行一次")


def _head(situation: Situation) -> list[str]:
    """The line for editors that the other files of the ledger begin with."""
    firsts = [
        (each.text or "").partition("\n")[0].rstrip("\r") for each in situation.ledger.progress_documents
    ]
    return [line for line in dict.fromkeys(firsts) if line.startswith(_SCHEMA)][:1]


def refuse_errors(situation: Situation, outcome: Outcome) -> None:
    """A Mistake with every error that the file would have."""
    if outcome.errors:
        fell = any(each.code == FELL for each in outcome.errors)
        more = "；确实减少了的，加上 --revision 指标=原因" if fell else ""
        sentence = f"这样写 {situation.path} 会有{len(outcome.errors)}处错误，没有写"
        raise stopped_by(outcome.errors, sentence, f"改正后再运行一次{more}")


def warnings_of_report(situation: Situation, outcome: Outcome) -> list[Finding]:
    """The warnings on the month that was recorded."""
    from minsheng_cli.editing.spans import lines_of_report

    first, last = lines_of_report(outcome.text, str(situation.month))
    found = (each for each in outcome.findings if each.severity == "warning" and each.file == situation.path)
    return [each for each in found if first <= each.line <= last]


def finish(
    situation: Situation, change: ReportChange, outcome: Outcome, manner: Manner, *, brief: bool = False
) -> None:
    """Write what is sound, or show the lines with --dry-run; say what became what, unless it was seen before."""
    if outcome.text == situation.text:
        _tell(["已经是这样了，没有要改的"], manner)
    elif manner.dry_run:
        show(situation, outcome, manner)
        _tell(["还没有写；去掉 --dry-run 就写入", *told(situation, change, outcome)], manner)
    else:
        said = [f"已写入 {situation.path}：{situation.month}月报"]
        said += [] if brief else told(situation, change, outcome)
        try:
            _write(situation, outcome)
        except WrittenAll:
            _tell(said, manner)
            raise
        _tell(said, manner)
    if not manner.quiet and not brief:
        tell_findings(warnings_of_report(situation, outcome))


def show(situation: Situation, outcome: Outcome, manner: Manner) -> None:
    """The lines that change, on stdout."""
    from minsheng_cli.cli.output import shown
    from minsheng_cli.views.record.lines import render

    streams.write(shown(render(situation.path, situation.text, outcome.text), None, manner.color))


def told(situation: Situation, change: ReportChange, outcome: Outcome) -> list[str]:
    """What became what, indented; and whether these figures count as illustrative."""
    from minsheng_cli.views.record.words import changed, sample_note

    days = day_of(situation.report), day_of(report_in(outcome.document, situation.month))
    fresh = change.fresh(*(remarks_of(situation.report, name) for name in REMARK_LISTS))
    lines = changed(situation.plan, fresh, situation.figures, outcome.figures, days)
    others = [each for _, each in situation.ledger.progress]
    own = None if situation.document is None else outcome.document.model
    return [f"    {line}" for line in lines] + _unexplained(situation, fresh) + sample_note(own, others)


def _unexplained(situation: Situation, change: ReportChange) -> list[str]:
    """What a review will ask of a figure of an earlier month that is changed without a reason."""
    months = (report.month for _, file in situation.ledger.progress for report in file.reports)
    known = situation.report.figures if situation.report else {}
    without = [
        each for each in change.figures if each.parts and each.indicator in known and not each.revision
    ]
    if not without or situation.month >= max(months, default=situation.month):
        return []
    names = "、".join(each.indicator for each in without)
    return [
        f"{situation.month}是以前的月份，改数要写原因，没有写的评审时会拦下（M612）",
        f"    加上 --revision 指标=原因：{names}",
    ]


def _tell(lines: Sequence[str], manner: Manner) -> None:
    if not manner.quiet:
        for line in lines:
            streams.tell(line)


def _write(situation: Situation, outcome: Outcome) -> None:
    """Put the new text in the file's place, whole or not at all; a link is followed and stays."""
    before = next((each.data for each in situation.files if each.path == situation.path), None)
    target = (situation.root / situation.path).resolve()
    if before is None:
        try:
            target.parent.mkdir(exist_ok=True)
        except OSError:
            raise Mistake(
                f"建不了文件夹 {PROGRESS}：系统拒绝写入", "检查文件夹的权限，是不是只读", FAILED
            ) from None
    write_together([Write(situation.path, target, before, outcome.text.encode())])


def tell_findings(found: Sequence[Finding]) -> None:
    """Findings on stderr, each with what to do."""
    from minsheng_cli.views.findings.text import render
    from minsheng_cli.views.lines import plain

    for line in plain(render(found)).splitlines():
        streams.tell(line)
