"""Recording in random files: what was meant is read again, and every line that has no part in it stays as it was."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any

from hypothesis import strategies as st

from minsheng_cli.editing.change import FigureChange, ReportChange
from minsheng_cli.editing.edit import begun, edited
from minsheng_cli.model.ledger import Ledger, assemble
from minsheng_cli.model.progress import ProgressFile, Report
from minsheng_cli.model.series import Entry, read_figures
from minsheng_cli.source.folder import PLAN, SourceFile
from tests.properties import progress_files as given_files
from tests.properties.made_up import made_up
from tests.properties.progress_files import ORDER

FILE = "data/progress/roads.yaml"
FEW, MANY = 15, 150


def read(text: str) -> tuple[Ledger, dict[tuple[str, str], Entry]]:
    """The ledger with this file, and each figure by indicator and month."""
    ledger = assemble([SourceFile(PLAN, given_files.PLAN.encode(), []), SourceFile(FILE, text.encode(), [])])
    series = read_figures(ledger).series
    return ledger, {(name, str(each.month)): each for name in series for each in series[name].entries}


def lines(text: str) -> list[str]:
    return re.findall(r"[^\r\n]*(?:\r\n|\n|$)", text)[:-1] if text else []


def reports(ledger: Ledger) -> dict[str, Report]:
    (_, file), *_ = ledger.progress
    assert isinstance(file, ProgressFile)
    return {str(each.month): each for each in file.reports}


def as_said(entry: Entry) -> Any:
    return entry.reading, entry.figure.note, entry.figure.revision


def wanted(change: FigureChange, old: Entry | None) -> Any:
    """What a figure says afterwards, worked out from the models."""
    note = change.note if change.note is not None else old.figure.note if old else None
    revision = change.revision if change.revision is not None else old.figure.revision if old else None
    return dict(change.parts), note or None, revision or None


def parts(entry: Entry) -> dict[str, Any]:
    said = entry.reading
    if said.stage is not None:
        return {"stage": said.stage}
    if said.items is not None:
        return {"done": set(said.items)}
    found = {"done": said.done, "eligible": said.eligible}
    return {name: f"{value:f}" for name, value in found.items() if value is not None}


@made_up(given_files.files(), given_files.changes(), few=FEW, many=MANY)
def test_what_is_recorded_is_read_again_and_nothing_else_is_different(
    text: str, change: ReportChange
) -> None:
    before, old = read(text)
    assert not before.documents[1].misfits or "\r\n" in text
    new = edited(text, change, ORDER)
    after, now = read(new)
    met = {each.kind for each in after.documents[1].misfits}
    assert met <= {"crlf", "nothing-said", "no-reason"}, after.documents[1].misfits
    changed = {(each.indicator, change.month): each for each in change.figures}
    assert {name: as_said(each) for name, each in now.items() if name not in changed} == {
        name: as_said(each) for name, each in old.items() if name not in changed
    }
    if not met <= {"crlf"}:
        return  # a reason that is none has been taken out of the model
    for name, each in changed.items():
        found = {key: set(value) if isinstance(value, tuple) else value for key, value in each.parts.items()}
        assert (parts(now[name]), now[name].figure.note, now[name].figure.revision) == (
            found,
            *wanted(each, old.get(name))[1:],
        )
    report, earlier = reports(after)[change.month], reports(before).get(change.month)
    assert str(report.reported_on) == change.reported_on
    for kind in ("problems", "highlights"):
        said = [(each.text, each.project) for each in getattr(report, kind)]
        there = [(each.text, each.project) for each in getattr(earlier, kind)] if earlier else []
        assert said == there + [
            tuple(each) for each in dict.fromkeys(getattr(change, kind)) if tuple(each) not in there
        ]
    assert [*reports(after)] == sorted({*reports(before), change.month})


@made_up(given_files.files(), given_files.changes(), few=FEW, many=MANY)
def test_lines_outside_the_report_stay(text: str, change: ReportChange) -> None:
    """Byte for byte: of the lines that go away all belong to the report, and a new report takes none away."""
    new = edited(text, change, ORDER)
    assert edited(new, change, ORDER) == new, "a second time nothing is left to do"
    old_lines, new_lines = lines(text), lines(new)
    if change.month in reports(read(text)[0]):
        start = next(at for at, line in enumerate(old_lines) if f"month: {change.month}" in line)
        rest = next(
            (at for at, line in enumerate(old_lines) if at > start and "month: 2024" in line), len(old_lines)
        )
        tail = "".join(old_lines[rest:])
        assert new.startswith("".join(old_lines[:start]))
        assert new.endswith(tail)
    elif "reports: []" not in text:
        head = next(
            size
            for size in range(len(text), -1, -1)
            if new.startswith(text[:size]) and new.endswith(text[size:])
        )
        assert len(new) > len(text) >= head
    ends = {line[len(line.rstrip("\r\n")) :] for line in old_lines} - {""}
    assert {line[len(line.rstrip("\r\n")) :] for line in new_lines} - {""} <= (ends or {"\n"})


@made_up(given_files.files(), st.data(), few=FEW, many=MANY)
def test_one_figure_changed_is_one_line_changed(text: str, data: st.DataObject) -> None:
    """A number or a stage in the place of another, in whichever form, its comment and all lines around it kept."""
    _, old = read(text)
    single = sorted(name for name in old if name[0] in ("lamps", "school", "visits"))
    if not single:
        return
    name, month = data.draw(st.sampled_from(single))
    parts_there = data.draw(given_files.amounts(name))
    change = ReportChange(
        month, (FigureChange(name, parts_there, name="stage" if name == "school" else "done"),)
    )
    new = edited(text, change, ORDER)
    codes = SequenceMatcher(None, lines(text), lines(new), autojunk=False).get_opcodes()
    different = [code for code in codes if code[0] != "equal"]
    assert len(lines(text)) == len(lines(new))
    assert sum(d - c for *_, c, d in different) <= 1
    for _, a, _, c, _ in different:
        was, is_now = lines(text)[a], lines(new)[c]
        (value,) = parts_there.values()
        assert isinstance(value, str) and value in is_now
        assert was.partition("  # ")[2] == is_now.partition("  # ")[2]
        assert len(was) - len(was.lstrip()) == len(is_now) - len(is_now.lstrip())


@made_up(given_files.changes(), few=FEW, many=MANY)
def test_a_new_file_says_what_was_recorded(change: ReportChange) -> None:
    ledger, now = read(begun("roads", change, ["# 第一行"]))
    met = {each.kind for each in ledger.documents[1].misfits}
    assert met <= {"nothing-said"}
    for each in change.figures:
        found = {key: set(value) if isinstance(value, tuple) else value for key, value in each.parts.items()}
        said = now[each.indicator, change.month]
        assert (parts(said), said.figure.note, said.figure.revision) == (found, *wanted(each, None)[1:])
