"""What keeps a pair of brackets from being read: one left open, a comma left out, signs of the format in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.source.saying import LONGEST, Flows, line_at, place, typed_at, unreadable

if TYPE_CHECKING:
    import yaml

_NEXT_KEY = re.compile(r"(.*\S)\s+([a-z_]+)")
_NO_COMMA = re.compile(r"[}\]]\s*[、；;]?\s*[{\[]")
_NO_COMMA_QUOTED = re.compile(r"""(["'])\s*[、；;]?\s*\1(?=\w)""")
_WIDE_CLOSE = {"[": {"】": "【", "］": "［", "〕": "〔"}, "{": {"｝": "｛", "）": "（"}}
TEXT_BRACKETS = str.maketrans("[]{}", "〔〕（）")


def in_brackets(
    path: str, flows: Flows, problem: yaml.MarkedYAMLError, at: Position, lines: Sequence[str]
) -> Misfit:
    """A bracket that is not closed, or what keeps it from being read to its end."""
    words, context = problem.problem or "", problem.context or ""
    line = line_at(lines, at.line)
    (where, bracket), depth = flows[-1], len(flows)
    if ("flow mapping" in context or "flow sequence" in context) and problem.context_mark:
        where, bracket = place(problem.context_mark), "{" if "mapping" in context else "["
    closes = "}" if bracket == "{" else "]"
    sign, rest = line[at.column - 1 : at.column], line[at.column - 1 :]
    if at.line == where.line and closes in rest and "expected ','" in words and len(line) <= LONGEST:
        return _between(path, at, line, where)
    outer = "" if depth < 2 else "}" if flows[-2][1] == "{" else "]"
    about = {"bracket": bracket, "found": sign if sign and sign in "]}" else "", "outer": outer}
    about["wide"] = wide_closing(line_at(lines, where.line), bracket)
    return Misfit("file", "unclosed-bracket", path, where, about)


def wide_closing(line: str, bracket: str) -> str:
    """The full-width bracket at a line's end that closes no other: it was meant to close this one."""
    end = line.rstrip()[-1:]
    opens = _WIDE_CLOSE[bracket].get(end)
    return end if opens and line.count(end) > line.count(opens) else ""


def _between(path: str, at: Position, line: str, opened: Position) -> Misfit:
    """What keeps the next item in brackets from being read: a comma left out, a colon, quotes, brackets in a text."""
    here = at.column - 1
    before, start = line[:here], max(line.rfind(sign, 0, here) for sign in ("{", "[", ", "))
    start += 2 if line[start] == "," else 1
    colon = before.find(": ", start)
    begin = colon + 2 if colon >= 0 else start
    if missing := _comma_missing(path, at, line):
        return missing
    if found := re.match(r"""(["'])(.*?)\1""", line[begin:]):
        whole = typed_at(line, begin + 1)
        text = f"“{found[2]}”{whole[len(found[0]) :].strip()}"
        return unreadable(path, Position(at.line, begin + 1), "text after quotes", whole, mend=text)
    if line[here : here + 1] == ":" and colon >= 0:
        value = line[begin:here]
        whole = typed_at(line, begin + 1)
        where = Position(at.line, begin + 1)
        if found := _NEXT_KEY.fullmatch(value):
            return unreadable(
                path, where, "comma missing", value, mend=f"{found[1].rstrip(' ;；、，')}, {found[2]}"
            )
        return unreadable(path, where, "colon in text", whole, mend=whole.replace(": ", "："))
    return _bracket_in_text(path, at, line, begin, opened) or unreadable(path, at, "in brackets")


def _comma_missing(path: str, at: Position, line: str) -> Misfit | None:
    """Two items in brackets or quotes, with a blank or another sign between them."""
    for pattern in (_NO_COMMA, _NO_COMMA_QUOTED):
        for found in pattern.finditer(line):
            if found.start() < at.column - 1 <= found.end():
                where = Position(at.line, found.start() + 1)
                return unreadable(
                    path, where, "comma missing", found[0], mend=f"{found[0][0]}, {found[0][-1]}"
                )
    return None


def _bracket_in_text(path: str, at: Position, line: str, begin: int, opened: Position) -> Misfit | None:
    """A half-width bracket in the middle of a text, or one that belongs nowhere."""
    here = at.column - 1
    sign, after = line[here : here + 1], line[here + 1 : here + 2]
    if not sign or sign not in "[]{}":
        return None
    if sign in "]}" and not after.isalnum():
        return unreadable(path, at, "extra bracket", sign)
    if not line[begin:here].strip():
        return None
    end, depth = here, 0
    while end < len(line) and (depth or line[end] not in ",}]" or end == here):
        depth += (line[end] in "[{") - (line[end] in "]}" and depth > 0)
        end += 1
    typed = line[begin:end].rstrip()
    return unreadable(
        path, Position(at.line, begin + 1), "bracket in text", typed, mend=typed.translate(TEXT_BRACKETS)
    )


def complex_key(path: str, at: Position, line: str) -> Misfit:
    """A name in brackets, placed at the first of the brackets."""
    before = line[: at.column - 1]
    if before.endswith(("{", "[")):
        before = before.rstrip("{[ ")
        before += " " * (len(line[len(before) :]) - len(line[len(before) :].lstrip(" ")))
    found = re.match(r"[{\[ ]+([^{}\[\]:,]*)[}\] ]+", line[len(before) :][:LONGEST])
    about = {"typed": found[0].strip() if found else "", "inner": found[1].strip() if found else ""}
    return Misfit("file", "complex-key", path, Position(at.line, len(before) + 1), about)
