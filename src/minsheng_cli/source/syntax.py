"""The parser's complaint as a misfit at its true place, with what was typed there and what it was likely meant to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from minsheng_cli.finding import LINE_END, Misfit, Position
from minsheng_cli.source.flows import in_brackets
from minsheng_cli.source.indent import LARGEST, back_in_step
from minsheng_cli.source.left_out import at_margin, colon_left_out, parent_left_out, ruled, stray
from minsheng_cli.source.one_line import after_value, brackets_behind_name, colon
from minsheng_cli.source.saying import (
    OUT_OF_STEP,
    Flows,
    ReadsOn,
    line_at,
    moved,
    place,
    typed_at,
    unreadable,
)

if TYPE_CHECKING:
    import yaml


def complaint(path: str, flows: Flows, problem: yaml.MarkedYAMLError, text: str, reads_on: ReadsOn) -> Misfit:
    """What to say of the place where the parser stumbled; `reads_on` tells whether another text gets further."""
    words, context = problem.problem or "", problem.context or ""
    at = place(problem.problem_mark or problem.context_mark)
    opened = place(problem.context_mark) if problem.context_mark else None
    lines = LINE_END.split(text)
    line = line_at(lines, at.line)
    quick = len(text) <= LARGEST
    if quick and (found := ruled(path, at, lines, reads_on)):
        return found
    for word, kind, name in (("anchor", "anchor", "&"), ("alias", "alias", "*"), ("tag", "tag", "!")):
        if f"n {word}" in context or f"a {word}" in context:
            where = opened or at
            about = {"name": name, "typed": typed_at(line_at(lines, where.line), where.column)}
            return Misfit("file", kind, path, where, about)
    if "quoted scalar" in context and "end of" in words and opened:
        return Misfit("file", "unclosed-quote", path, opened, {})
    if "block scalar" in context and opened:
        return unreadable(
            path, opened, "cannot start any token", typed_at(line_at(lines, opened.line), opened.column)
        )
    if not flows and (found := brackets_behind_name(path, at, line)):
        return found
    sign = line[at.column - 1 : at.column]
    if sign and sign in "]}" and (not flows or "expected ','" not in words):
        return unreadable(path, at, "extra bracket", sign)
    flow_begins = bool(flows) and flows[-1][0].line == at.line
    precise = ("cannot start any token", "unknown escape", *(("node content",) if flow_begins else ()))
    if flows and not any(piece in words for piece in precise):
        return in_brackets(path, flows, problem, at, lines)
    if not flows:

        def with_line(other: str) -> bool:
            return quick and reads_on("\n".join([*lines[: at.line - 1], other, *lines[at.line :]]))

        found = (
            colon(path, words, at, line, with_line)
            or after_value(path, words, at, line)
            or (_by_trying(path, words, at, opened, lines, reads_on) if quick else None)
        )
        if found is not None:
            return found
    return _otherwise(path, words, at, opened, lines)


def _otherwise(path: str, words: str, at: Position, opened: Position | None, lines: Sequence[str]) -> Misfit:
    """The place of any other complaint, and what stands there."""
    line = line_at(lines, at.line)
    if "document start" in words:
        dots = [number for number in range(1, at.line) if lines[number - 1].rstrip() == "..."]
        at, words = (Position(dots[-1], 1), words) if dots else (at, "")
    elif "expected key" in words and line[: at.column - 1].strip():
        words = "text after a value"
    elif "could not find expected ':'" in words and opened:
        at = opened
    line = line_at(lines, at.line)
    return unreadable(path, at, words, typed_at(line, at.column))


def _by_trying(
    path: str, words: str, at: Position, opened: Position | None, lines: Sequence[str], reads_on: ReadsOn
) -> Misfit | None:
    """A line that was left out, that should not be there, or that begins too far in or out."""
    return (
        colon_left_out(path, at, opened, lines, reads_on)
        or parent_left_out(path, words, at, lines, reads_on)
        or at_margin(path, words, at, lines, reads_on)
        or stray(path, words, at, opened, lines, reads_on)
        or _out_of_step(path, words, at, lines, reads_on)
    )


def _out_of_step(
    path: str, words: str, at: Position, lines: Sequence[str], reads_on: ReadsOn
) -> Misfit | None:
    """The line that does not begin where it should, if moving one lets the parser read on."""
    if not any(piece in words for piece in OUT_OF_STEP):
        return None
    step = back_in_step("\n".join(lines), at.line, reads_on)
    if step is None:
        return None
    misfit = moved(path, line_at(lines, step.line), step.line, step.spaces)
    misfit.about.update(problem=f"step {step.how}", last=str(step.last), typed=step.text)
    return misfit


def within(misfit: Misfit, text: str) -> Misfit:
    """The parser may blame the end of the file; the last character of the text is a place that exists."""
    lines = text.splitlines()
    line = min(misfit.at.line, len(lines))
    while line > 1 and line < misfit.at.line and not lines[line - 1].strip():
        line -= 1
    column = misfit.at.column if line == misfit.at.line else len(lines[line - 1])
    at = Position(line, max(1, min(column, len(lines[line - 1]))))
    return misfit if at == misfit.at else misfit._replace(at=at)
