"""One month's report asked for at a terminal: the questions, and the answers as validate takes them."""

from __future__ import annotations

import sys
from collections import Counter

from minsheng_cli.cli import streams
from minsheng_cli.cli.arguments import clean
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.cli.tasks.recording import FELL, Outcome, attempt, told
from minsheng_cli.cli.tasks.situation import Situation, day_of
from minsheng_cli.cli.tasks.wishes import day_wished, how_to_write, remark
from minsheng_cli.editing.change import REMARK_LISTS, FigureChange, NewRemark, ReportChange
from minsheng_cli.editing.values import parts_of
from minsheng_cli.finding import Finding
from minsheng_cli.status.course import courses
from minsheng_cli.status.indicator import stand
from minsheng_cli.status.standing import IndicatorStanding
from minsheng_cli.views.harmful import harmless
from minsheng_cli.views.lines import plain
from minsheng_cli.views.record import questions
from minsheng_cli.views.record.lines import render
from minsheng_cli.views.record.words import entry
from minsheng_cli.views.words import LATE

QUESTIONS = "M43"
"""Codes of what is only hardly likely begin so."""


class Session:
    """The answers so far."""

    def __init__(self, here: Situation) -> None:
        self.situation = here
        self._figures: dict[str, FigureChange] = {}
        self._remarks: dict[str, list[NewRemark]] = {name: [] for name in REMARK_LISTS}
        self._day = day_wished(here, "")
        outcome = self.tried()
        self._known = Counter((each.code, each.message) for each in outcome.errors)
        self._standings = self._as_it_stands(outcome)

    @property
    def change(self) -> ReportChange:
        """What the answers ask for."""
        return ReportChange(
            str(self.situation.month),
            tuple(self._figures[name] for name in self.situation.order if name in self._figures),
            self._day,
            tuple(self._remarks["problems"]),
            tuple(self._remarks["highlights"]),
        )

    @property
    def empty(self) -> bool:
        """Whether a new report would say nothing at all."""
        return self.situation.report is None and not self._figures and not any(self._remarks.values())

    def tried(self) -> Outcome:
        """The ledger with the answers so far."""
        return attempt(self.situation, self.change)

    def figures_asked(self) -> None:
        """One question for each indicator that the department reports."""
        plan = self.situation.plan
        own = [
            name
            for name, each in plan.responsibilities.items()
            if each.department == self.situation.department and not each.indicator.derived
        ]
        new = self.situation.report is None
        for line in questions.opening(
            plan, self.situation.department, self.situation.month, len(own), new=new
        ):
            streams.tell(line)
        for number, name in enumerate(own, 1):
            self._figure_asked(name, f"{number}/{len(own)}")

    def _figure_asked(self, name: str, place: str) -> None:
        here = self.situation
        indicator = here.plan.responsibilities[name].indicator
        series, now = here.figures.series[name], entry(here.figures, name, here.month)
        for line in questions.about(self._standings[name], series, here.month, here.plan.plan, place):
            streams.tell(line)
        while typed := answer(questions.prompt(indicator, here.month, now)):
            try:
                parts = parts_of(indicator, clean(typed, "这一行"))
            except Mistake as mistake:
                _tell(mistake)
                continue
            if parts is None:
                streams.tell(f"    {how_to_write(indicator)}")
            elif self._accepted(FigureChange(name, parts, name=indicator.parts[0])):
                return

    def _accepted(self, change: FigureChange) -> bool:
        """Whether an answer is one that validate takes, with a reason where it asks for one; else it is said why not."""
        outcome = self._with(change)
        errors = self._new_errors(outcome)
        _tell_found(errors)
        if errors and all(each.code == FELL for each in errors) and (reason := self._text(questions.REASON)):
            change = change._replace(revision=reason)
            outcome = self._with(change)
            errors = self._new_errors(outcome)
            _tell_found(errors)
        if errors:
            del self._figures[change.indicator]
            return False
        if self._note_asked(change, outcome):
            return True
        del self._figures[change.indicator]
        return False

    def _note_asked(self, change: FigureChange, outcome: Outcome) -> bool:
        """A sentence where there is something to explain: a warning, a figure behind its schedule, an older note.

        False where the figure is hardly likely and nothing is said for it: it was mistyped.
        """
        here, name = self.situation, change.indicator
        now, before = (entry(each.figures, name, here.month) for each in (outcome, here))
        asked = [
            each
            for each in outcome.findings
            if now and (each.file, each.line, each.severity) == (here.path, now.at.line, "warning")
        ]
        _tell_found(asked)
        note = before.figure.note if before else None
        if note:
            typed = self._text(questions.note_prompt(note))
            sentence = None if not typed else "" if typed == "无" else typed
        elif any(each.code.startswith(QUESTIONS) for each in asked):
            sentence = self._text(questions.DOUBTED)
            if not sentence:
                return False
        else:
            late = self._as_it_stands(outcome)[name].nearest.status in LATE
            sentence = (self._text(questions.NOTE) or None) if asked or late else None
        if sentence is None:
            return True
        if errors := self._new_errors(self._with(change._replace(note=sentence))):
            _tell_found(errors)
            self._figures[name] = change
        return True

    def remarks_asked(self, name: str) -> None:
        """Problems or highlights, one a line, until an empty one."""
        report = self.situation.report
        there = [each.text for each in getattr(report, name)] if report else []
        for line in questions.remark_prompt(name, there):
            streams.tell(line)
        while typed := answer(questions.remark_number(len(there) + len(self._remarks[name]) + 1)):
            try:
                new = remark(self.situation.plan, typed, "这一行")
            except Mistake as mistake:
                _tell(mistake)
                continue
            self._remarks[name].append(new)
            if errors := self._new_errors(self.tried()):
                _tell_found(errors)
                self._remarks[name].pop()

    def day_asked(self) -> None:
        """The day of the report, until it is one that validate takes."""
        day = self._day or day_of(self.situation.report)
        while True:
            typed = answer(f"\n报送日期，直接回车就是{day}：")
            try:
                self._day = day_wished(self.situation, typed) if typed else self._day
            except Mistake as mistake:
                _tell(mistake)
                continue
            errors = [each for each in self.tried().errors if each.file == self.situation.path]
            if not errors:
                return
            _tell_found(errors)
            if not typed and self._day is None:
                return  # it was so before, and is said once more when it is to be written

    def shown(self, outcome: Outcome) -> None:
        """What will be written, before it is."""
        here = self.situation
        streams.tell("\n将要写入：")
        for line in told(here, self.change, outcome):
            streams.tell(line)
        streams.tell(plain(render(here.path, here.text, outcome.text)).rstrip("\n"))

    def _with(self, change: FigureChange) -> Outcome:
        self._figures[change.indicator] = change
        return self.tried()

    def _new_errors(self, outcome: Outcome) -> list[Finding]:
        """The errors that were not there before anything was answered."""
        known = self._known.copy()
        found = []
        for each in outcome.errors:
            known[each.code, each.message] -= 1
            if known[each.code, each.message] < 0:
                found.append(each)
        return found

    def _as_it_stands(self, outcome: Outcome) -> dict[str, IndicatorStanding]:
        """The department's indicators with a change made."""
        here = self.situation
        found = courses(outcome.figures.series, here.month)
        return {
            name: stand(course, here.plan.plan, here.month, left_out=False)
            for name, course in found.items()
            if course.responsibility.department == here.department
        }

    def _text(self, prompt: str) -> str:
        """A sentence; asked again where it cannot stand in a file."""
        while True:
            try:
                return clean(answer(prompt), "这一行")
            except Mistake as mistake:
                _tell(mistake)


def answer(prompt: str) -> str:
    """One line from the keyboard; its end is taken for Ctrl-C."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    try:
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        line = ""
    if not line:
        streams.tell("")
        raise KeyboardInterrupt
    return line.strip()


def _tell_found(found: list[Finding]) -> None:
    """What validate says of an answer, without the place in a file that nobody is looking at."""
    for each in found:
        streams.tell(harmless(f"    {each.code} {each.message}"))
        streams.tell(harmless(f"    {each.hint}"))


def _tell(mistake: Mistake) -> None:
    streams.tell(f"    {mistake.sentence}；{mistake.hint}")
