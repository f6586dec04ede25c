"""record at a terminal: one question an indicator, each answer checked at once, nothing written before the last one."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import NoReturn

from minsheng_cli.cli import streams
from minsheng_cli.cli.loading import stopped_by
from minsheng_cli.cli.lock import locked
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.cli.tasks.recording import Manner, attempt, finish, refuse_errors
from minsheng_cli.cli.tasks.session import Session, answer
from minsheng_cli.cli.tasks.situation import Situation, situation
from minsheng_cli.editing.change import REMARK_LISTS
from minsheng_cli.editing.spans import lines_of_report
from minsheng_cli.rules.context import Context
from minsheng_cli.rules.findings import findings
from minsheng_cli.views.record import questions

_YES, _NO = (
    frozenset(("y", "yes", "是", "写", "写入", "好")),
    frozenset(("n", "no", "否", "不", "不写", "不写入")),
)


def ask(root: Path, department: str, month: str, manner: Manner) -> None:
    """Ask for one month's report and write it; a Mistake where nobody is there to answer."""
    here = situation(root, department, month)
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty()):
        _nobody(here)
    _sound_elsewhere(here)
    if isinstance(sys.stdin, io.TextIOWrapper):
        # bytes of another encoding are made out, or said to be so
        sys.stdin.reconfigure(errors="surrogateescape")
    session = Session(here)
    session.figures_asked()
    for name in REMARK_LISTS:
        session.remarks_asked(name)
    if session.empty:
        streams.tell("什么也没有填，没有写")
        return
    session.day_asked()
    while True:
        outcome = session.tried()
        refuse_errors(session.situation, outcome)
        if outcome.text != session.situation.text and not manner.dry_run:
            session.shown(outcome)
            if not _confirmed():
                streams.tell("没有写")
                return
        with locked(root):
            now = situation(root, department, month)
            if now.text == session.situation.text:
                outcome = attempt(now, session.change)
                refuse_errors(now, outcome)
                finish(now, session.change, outcome, manner, brief=True)
                return
        streams.tell(f"{now.path} 刚刚被别人改过，下面是改在新的文件上的：")
        session.situation = now


def _nobody(here: Situation) -> NoReturn:
    """Say what to type where nothing can be asked."""
    own = [name for name, each in here.plan.responsibilities.items() if each.department == here.department]
    who = here.plan.department_name(here.department)
    first = next(iter(own), "指标")
    raise Mistake(
        "没有写要报什么；不在终端上，没有人回答",
        f"写成：minsheng record {who} {here.month} --set {first}=数；{who}的指标有 {'、'.join(own)}",
    )


def _sound_elsewhere(here: Situation) -> None:
    """Nobody is asked a dozen questions, and then told that an older month keeps the file from being written."""
    first, last = lines_of_report(here.text, str(here.month)) if here.text else (1, 0)
    found = findings(Context(here.ledger, here.figures))
    files = (here.path, here.ledger.plan_document.path)
    errors = [each for each in found if each.severity == "error" and each.file in files]
    others = [each for each in errors if each.file != here.path or not first <= each.line <= last]
    if others:
        raise stopped_by(
            others, f"台账里原来就有{len(others)}处错误，没有问下去", "先改好上面这几处，再运行一次"
        )


def _confirmed() -> bool:
    """Whether it is to be written; asked until the answer is one or the other."""
    while (typed := answer(questions.CONFIRM).lower()) not in _NO:
        if typed in _YES:
            return True
    return False
