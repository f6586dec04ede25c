"""What keeps a pair of brackets from being read: one left open, a comma left out, signs of the format in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.patterns import pattern
from minsheng_cli.source.quoting import in_quotes
from minsheng_cli.source.saying import LONGEST, Flows, indent_of, line_at, place, typed_at, unreadable
from minsheng_cli.terms import KEY_NAMES, SENTENCES

if TYPE_CHECKING:
    import yaml

_NEXT_NAME = pattern(r"(?<=[^\s,;；、，])[\s;；、，]+(?=([A-Za-z][A-Za-z0-9_-]*|[0-9]{4}-[0-9]{2}): )")
_NEXT_STAGE = pattern(r"(?<=[0-9])[\s;；、，]+(?=([\u3400-\u9fff]+): [0-9])")
"""What stands for a comma: before the next name, or between a number and a name that has one too."""
_NAME_WITHOUT_COLON = pattern(r"\s*([A-Za-z][A-Za-z0-9_-]*)\s*(?:\[[^\[\]{}]*\]|\{[^\[\]{}]*\})")
_NO_COMMA = pattern(r"[}\]]\s*[、；;]?\s*[{\[]")
_NO_COMMA_QUOTED = pattern(r"""(["'])\s*[、；;]?\s*\1(?=\w)""")
_SENTENCE = pattern(r"[\[{](?=.*[\u3400-\u9fff])[^\[\]{}:：,#\"']*")
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
    if text := _text_in_list(line_at(lines, where.line), where):
        return unreadable(path, where, "bracket begins text", text, mend=in_quotes(text))
    outer = "" if depth < 2 else "}" if flows[-2][1] == "{" else "]"
    about = {"bracket": bracket, "found": sign if sign and sign in "]}" else "", "outer": outer}
    about["wide"] = wide_closing(line_at(lines, where.line), bracket)
    return Misfit("file", "unclosed-bracket", path, where, about)


def _text_in_list(line: str, opened: Position) -> str:
    """An entry of a list that begins with a bracket and is a sentence, with no name in it; else nothing."""
    text = line[opened.column - 1 :].rstrip()
    sentence = len(line) <= LONGEST and _SENTENCE.fullmatch(text)
    return text if sentence and line[: opened.column - 1].strip() == "-" else ""


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
    if found := _NAME_WITHOUT_COLON.match(line, start):
        where, text = Position(at.line, found.start(1) + 1), line[found.start(1) : found.end()]
        about = {"text": text, "mend": f"{found[1]}: {text[len(found[1]) :].lstrip()}"}
        return Misfit("file", "missing-colon", path, where, about)
    if line[here : here + 1] == ":" and colon >= 0:
        whole = typed_at(line, begin + 1)
        where = Position(at.line, begin + 1)
        name = line[start:colon].strip()
        if (apart := with_commas(whole, name)) != whole:
            typed, mend = (text[: text.rfind(": ")] for text in (whole, apart))
            problem = "commas missing" if ": " in typed else "comma missing"
            return unreadable(path, where, problem, typed, mend=mend)
        return unreadable(path, where, "colon in text", whole, mend=whole.replace(": ", "："))
    return _bracket_in_text(path, at, line, begin, opened) or unreadable(path, at, "in brackets")


def with_commas(text: str, name: str = "") -> str:
    """Names with their values, a comma before each that has none; behind a sentence's `name` only our own are names."""
    if name not in KEY_NAMES:
        text = _NEXT_STAGE.sub(", ", text)
    return _NEXT_NAME.sub(
        lambda found: ", " if name not in SENTENCES or found[1] in KEY_NAMES else found[0], text
    )


def _comma_missing(path: str, at: Position, line: str) -> Misfit | None:
    """Two items in brackets or quotes, with a blank or another sign between them."""
    for form in (_NO_COMMA, _NO_COMMA_QUOTED):
        for found in form.finditer(line):
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
        before += " " * indent_of(line[len(before) :])
    found = re.match(r"[{\[ ]+([^{}\[\]:,]*)[}\] ]+", line[len(before) :][:LONGEST])
    about = {"typed": found[0].strip() if found else "", "inner": found[1].strip() if found else ""}
    return Misfit("file", "complex-key", path, Position(at.line, len(before) + 1), about)
