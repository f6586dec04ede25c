"""The parser's complaint as a misfit at its true place, with what was typed there and what it was likely meant to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from minsheng_cli.finding import LINE_END, Misfit, Position
from minsheng_cli.source.indent import LARGEST, back_in_step
from minsheng_cli.source.wide import is_known_mapping

if TYPE_CHECKING:
    import yaml

Flows = Sequence[tuple[Position, str]]
"""The brackets that were open: where, and which."""

_LONGEST = 120
"""Nobody types a longer value that a sentence should repeat, or a longer line that shows its mistake."""
_FIRST_COLON = re.compile(r"\s*(?:-\s+)?[^\s\"'{\[][^:]*:\s+")
_ASCII_KEY = re.compile(r"\s*(?:-\s+)?[A-Za-z0-9_-]+:\s+")
_SECOND_KEY = re.compile(r"[^\s,{}]+\s+([A-Za-z][A-Za-z0-9_-]*: [^:]*)")
_NEXT_KEY = re.compile(r"(.*\S)\s+([a-z_]+)")
_OWN_LINE = re.compile(r"( *(?:- +)?)(?:month|reported_on): +\S")
_SENTENCE = re.compile(r"(?![-\[{\"'#&*!|>])(?!.*: )(?=.*[\u3400-\u9fff]).*[^:]")
_COMMA_FOR_COLON = re.compile(r"[A-Za-z][A-Za-z0-9-]*\s*[,，]\s*[0-9]+(?:\.[0-9]+)?")
_OUT_OF_STEP = (
    "mapping values are not allowed",
    "could not find expected ':'",
    "did not find expected key",
    "did not find expected '-' indicator",
    "block sequence entries are not allowed",
)


def typed_at(line: str, column: int) -> str:
    """What stands at a column: as far as a value in the same brackets, or on the same line, can go."""
    start = column - 1
    before, rest = line[max(0, start - _LONGEST) : start], line[start : start + _LONGEST]
    inside = any(before.count(sign) > before.count(end) for sign, end in ("{}", "[]"))
    found = re.match(r".*?(?=\s*(?:[,}\]]|$))" if inside else r".*?(?=\s*(?:$| #))", rest)
    return found[0] if found else ""


def complaint(
    path: str, flows: Flows, problem: yaml.MarkedYAMLError, text: str, reads_on: Callable[[str], bool]
) -> Misfit:
    """What to say of the place where the parser stumbled; `reads_on` tells whether another text gets further."""
    words, context = problem.problem or "", problem.context or ""
    at = place(problem.problem_mark or problem.context_mark)
    opened = place(problem.context_mark) if problem.context_mark else None
    lines = LINE_END.split(text)
    line = lines[at.line - 1] if at.line <= len(lines) else ""

    def met(kind: str, where: Position, about: dict[str, str]) -> Misfit:
        return Misfit("file", kind, path, where, about)

    for word, kind, name in (("anchor", "anchor", "&"), ("alias", "alias", "*"), ("tag", "tag", "!")):
        if f"n {word}" in context or f"a {word}" in context:
            where = opened or at
            return met(kind, where, {"name": name, "typed": typed_at(lines[where.line - 1], where.column)})
    if "quoted scalar" in context and "end of" in words and opened:
        return met("unclosed-quote", opened, {})
    sign = line[at.column - 1 : at.column]
    if sign and sign in "]}" and (not flows or "expected ','" not in words):
        return met("yaml-syntax", at, {"problem": "extra bracket", "typed": sign})
    flow_begins = bool(flows) and flows[-1][0].line == at.line
    precise = ("cannot start any token", "unknown escape", *(("node content",) if flow_begins else ()))
    if flows and not any(piece in words for piece in precise):
        return _in_brackets(path, flows, problem, at, line)
    if not flows:
        found = (
            _one_line(path, words, at, line)
            or _left_out_or_stray(path, words, at, opened, lines, reads_on)
            or _out_of_step(path, words, at, lines, reads_on)
        )
        if found is not None:
            return found
    return met("yaml-syntax", *_where(words, at, opened, lines))


def _where(
    words: str, at: Position, opened: Position | None, lines: Sequence[str]
) -> tuple[Position, dict[str, str]]:
    """The place of any other complaint, and what stands there."""
    line = lines[at.line - 1] if at.line <= len(lines) else ""
    dots = [number for number in range(1, at.line) if lines[number - 1].rstrip() == "..."]
    if "document start" in words and dots:
        at = Position(dots[-1], 1)
    elif "expected key" in words and line[: at.column - 1].strip():
        words = "text after a value"
    elif "could not find expected ':'" in words and opened:
        at = opened
    line = lines[at.line - 1] if at.line <= len(lines) else ""
    return at, {"problem": words, "typed": typed_at(line, at.column)}


def _left_out_or_stray(
    path: str,
    words: str,
    at: Position,
    opened: Position | None,
    lines: Sequence[str],
    reads_on: Callable[[str], bool],
) -> Misfit | None:
    """A line that is not there, or one that should not be; looked for only where reading once more is quick."""
    if sum(map(len, lines)) > LARGEST:
        return None
    found = _without_figures(path, words, at, lines, reads_on)
    return found or _stray(path, words, at, opened, lines, reads_on)


def _without_figures(
    path: str, words: str, at: Position, lines: Sequence[str], reads_on: Callable[[str], bool]
) -> Misfit | None:
    """The first figure of a report, where the line `figures:` above it was left out."""
    if "mapping values are not allowed" not in words:
        return None
    for index in (at.line - 1, at.line - 2):
        if index < 1 or index >= len(lines):
            continue
        line, above = lines[index], lines[index - 1]
        found = _OWN_LINE.match(above)
        if found is None or not _ASCII_KEY.match(line):
            continue
        spaces, begins = found.end(1), len(line) - len(line.lstrip(" "))
        named = [*lines[:index], f"{' ' * spaces}figures:", *lines[index:]]
        if begins > spaces and reads_on("\n".join(named)):
            about = {"problem": "figures left out", "typed": "", "spaces": str(spaces)}
            return Misfit("file", "yaml-syntax", path, Position(index + 1, begins + 1), about)
    return None


def _stray(
    path: str,
    words: str,
    at: Position,
    opened: Position | None,
    lines: Sequence[str],
    reads_on: Callable[[str], bool],
) -> Misfit | None:
    """A sentence or a heading that is none of the ledger's lines, if without it the parser reads on."""
    if not any(piece in words for piece in _OUT_OF_STEP):
        return None
    numbers = [*([opened.line] if opened else []), at.line, at.line - 1, at.line - 2]
    for number in dict.fromkeys(numbers):
        if not 1 <= number <= len(lines):
            continue
        line = lines[number - 1]
        text, begins = line.strip(), len(line) - len(line.lstrip(" "))
        figure = _COMMA_FOR_COLON.fullmatch(text)
        if len(text) > _LONGEST or not (figure or _SENTENCE.fullmatch(text)):
            continue
        beside = [lines[other] for other in (number - 2, number) if 0 <= other < len(lines)]
        if begins and any(each.lstrip().startswith("- ") for each in beside):
            continue
        above = lines[number - 2].strip() if number > 1 else ""
        if above.endswith(":") and not figure and above not in ("figures:", "reports:", "schedule:"):
            continue  # what should stand behind the colon
        last = number  # a signature has several such lines; they are said one after another
        while (
            last < len(lines)
            and _SENTENCE.fullmatch(lines[last].strip())
            and lines[last][:begins] == line[:begins]
        ):
            last += 1
        without = [*lines[: number - 1], *("#" for _ in range(number - 1, last)), *lines[last:]]
        if reads_on("\n".join(without)):
            where = Position(number, begins + 1)
            if figure:
                return Misfit("file", "missing-colon", path, where, {"text": text})
            return Misfit("file", "yaml-syntax", path, where, {"problem": "stray", "typed": text})
    return None


def _out_of_step(
    path: str, words: str, at: Position, lines: Sequence[str], reads_on: Callable[[str], bool]
) -> Misfit | None:
    """The line that does not begin where it should, if moving one lets the parser read on."""
    if not any(piece in words for piece in _OUT_OF_STEP):
        return None
    step = back_in_step("\n".join(lines), at.line, reads_on)
    if step is None:
        return None
    misfit = moved(path, lines[step.line - 1], step.line, step.spaces)
    misfit.about.update(problem=f"step {step.how}", last=str(step.last), typed=step.text)
    return misfit


def moved(path: str, line: str, number: int, spaces: int) -> Misfit:
    """A line that should begin with so many spaces."""
    given = len(line) - len(line.lstrip(" "))
    about = {
        "problem": "step move",
        "spaces": str(spaces),
        "given": str(given),
        "line": str(number),
        "last": str(number),
        "typed": "",
    }
    return Misfit("file", "yaml-syntax", path, Position(number, min(given + 1, len(line))), about)


def _in_brackets(path: str, flows: Flows, problem: yaml.MarkedYAMLError, at: Position, line: str) -> Misfit:
    """A bracket that is not closed, or what keeps it from being read to its end."""
    words, context = problem.problem or "", problem.context or ""
    (where, bracket), depth = flows[-1], len(flows)
    if "flow" in context and problem.context_mark:
        where, bracket = place(problem.context_mark), "{" if "mapping" in context else "["
    closes = "}" if bracket == "{" else "]"
    sign, rest = line[at.column - 1 : at.column], line[at.column - 1 :]
    if at.line == where.line and closes in rest and "expected ','" in words and len(line) <= _LONGEST:
        return Misfit("file", "yaml-syntax", path, *_between(at, line))
    outer = "" if depth < 2 else "}" if flows[-2][1] == "{" else "]"
    about = {"bracket": bracket, "found": sign if sign and sign in "]}" else "", "outer": outer}
    return Misfit("file", "unclosed-bracket", path, where, about)


def _between(at: Position, line: str) -> tuple[Position, dict[str, str]]:
    """What keeps the next item in brackets from being read: a comma left out, a colon or quotes in a text."""
    before, start = (
        line[: at.column - 1],
        max(line.rfind(sign, 0, at.column - 1) for sign in ("{", "[", ", ")),
    )
    start += 2 if line[start] == "," else 1
    colon = before.find(": ", start)
    begin = colon + 2 if colon >= 0 else start
    if found := re.match(r"""(["'])(.*?)\1""", line[begin:]):
        whole = typed_at(line, begin + 1)
        text = f"“{found[2]}”{whole[len(found[0]) :].strip()}"
        return Position(at.line, begin + 1), {"problem": "text after quotes", "typed": whole, "mend": text}
    if line[at.column - 1 : at.column] == ":" and colon >= 0:
        value = line[begin : at.column - 1]
        whole = typed_at(line, begin + 1)
        if found := _NEXT_KEY.fullmatch(value):
            mend = f"{found[1].rstrip(' ;；、，')}, {found[2]}"
            return Position(at.line, begin + 1), {"problem": "comma missing", "typed": value, "mend": mend}
        mend = whole.replace(": ", "：")
        return Position(at.line, begin + 1), {"problem": "colon in text", "typed": whole, "mend": mend}
    return at, {"problem": "in brackets"}


def _one_line(path: str, words: str, at: Position, line: str) -> Misfit | None:
    """What one line shows by itself: a colon in its text, a bracket left out, a dash behind the colon."""
    if len(line) > _LONGEST:
        return None
    if "block sequence entries" in words and line[: at.column - 1].rstrip().endswith(":"):
        typed = line[at.column - 1 :].strip()
        if not typed.strip("- "):
            texts = line[: at.column - 1].strip(" :") in ("problems", "highlights")
            return Misfit(
                "file",
                "yaml-syntax",
                path,
                at,
                {"problem": "dash for a text" if texts else "dash for a figure", "typed": typed},
            )
        about = {"problem": "dash after colon", "typed": typed, "mend": f"[{typed.lstrip('- ')}]"}
        return Misfit("file", "yaml-syntax", path, at, about)
    if "mapping values are not allowed" not in words:
        return None
    found = _ASCII_KEY.match(line) or _FIRST_COLON.match(line)
    if found is None or found.end() >= at.column:
        return None
    own = _ASCII_KEY.match(line)
    start = own.end() if own else len(line) - len(line.lstrip(" -"))
    typed = line[start:].strip()
    if own and (found := _SECOND_KEY.fullmatch(typed)):
        begins = len(line) - len(line.lstrip(" -"))
        where = Position(at.line, start + found.start(1) + 1)
        about = {"problem": "two in a line", "typed": found[1], "spaces": str(begins)}
        return Misfit("file", "yaml-syntax", path, where, about)
    if typed.endswith("}") and "{" not in typed:
        about = {"problem": "brace not opened", "typed": typed, "mend": "{" + typed}
    elif typed.startswith("(") and is_known_mapping(typed):
        about = {"problem": "round brackets", "typed": typed, "mend": f"{{{typed[1:].removesuffix(')')}}}"}
    else:
        about = {"problem": "colon in text", "typed": typed, "mend": re.sub(r":\s+", "：", typed)}
    return Misfit("file", "yaml-syntax", path, Position(at.line, start + 1), about)


def complex_key(path: str, at: Position, line: str) -> Misfit:
    """A name in brackets, placed at the first of the brackets."""
    before = line[: at.column - 1]
    if before.endswith(("{", "[")):
        before = before.rstrip("{[ ")
        before += " " * (len(line[len(before) :]) - len(line[len(before) :].lstrip(" ")))
    found = re.match(r"[{\[ ]+([^{}\[\]:,]*)[}\] ]+", line[len(before) :][:_LONGEST])
    about = {"typed": found[0].strip() if found else "", "inner": found[1].strip() if found else ""}
    return Misfit("file", "complex-key", path, Position(at.line, len(before) + 1), about)


def within(misfit: Misfit, text: str) -> Misfit:
    """The parser may blame the end of the file; the last character of the text is a place that exists."""
    lines = text.splitlines()
    line = min(misfit.at.line, len(lines))
    while line > 1 and line < misfit.at.line and not lines[line - 1].strip():
        line -= 1
    column = misfit.at.column if line == misfit.at.line else len(lines[line - 1])
    at = Position(line, max(1, min(column, len(lines[line - 1]))))
    return misfit if at == misfit.at else replace(misfit, at=at)


def place(mark: Any) -> Position:
    """A parser's mark as a position."""
    return Position(mark.line + 1, mark.column + 1) if mark is not None else Position(1, 1)
