"""What one line shows by itself: a colon or a bracket in its text, brackets left out, a dash behind the colon."""

from __future__ import annotations

import re
from collections.abc import Callable

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.patterns import pattern
from minsheng_cli.source.flows import TEXT_BRACKETS, with_commas
from minsheng_cli.source.hashes import TEXTS
from minsheng_cli.source.quoting import NUMBER, in_brackets, in_quotes
from minsheng_cli.source.saying import LONGEST, typed_at, unreadable
from minsheng_cli.source.wide import KNOWN, is_known_mapping
from minsheng_cli.terms import KEY_NAMES, REMARKS

WithLine = Callable[[str], bool]
"""Whether the parser reads on with another text in place of the line."""

_FIRST_COLON = pattern(r"\s*(?:-\s+)?[^\s\"'{\[][^:]*:\s+")
_ASCII_KEY = pattern(r"\s*(?:-\s+)?([A-Za-z0-9_-]+):\s+")
_SECOND_KEY = pattern(r"[^\s,{}]+\s+([A-Za-z][A-Za-z0-9_-]*: [^:]*(?:\s[A-Za-z][A-Za-z0-9_-]*: [^:]*)*)")
_BRACKETS = frozenset("{[(（【［")
_BRACKETS_BEHIND = pattern(
    r"(\s*(?:-\s+)?)([A-Za-z0-9][A-Za-z0-9_-]*)\s*([\[{][^\[\]{}]*(?:[\[{].*)?[\]}])\s*"
)
_COMMA = r"\s*[,，;；、]\s*"
_KEY = r"(?:[A-Za-z0-9][A-Za-z0-9_-]*|备注|说明)"
_PAIR = _KEY + r": (?:\[[^\]]*\]|[^,:\[{]*?)"
_PAIRS = pattern(rf"{_PAIR}(?:{_COMMA}{_PAIR})*")
_THEN_PAIRS = pattern(rf"([^,:{{]*?|\[[^\]]*\]){_COMMA}((?:{_PAIR}(?:{_COMMA}{_PAIR})*)|[a-z_]+:)")
_NAME = pattern(rf"(?:^|{_COMMA})({_KEY}):(?: |$)")
_BETWEEN = pattern(rf"{_COMMA}(?={_KEY}: )")
_NOTE = pattern(r"(^|, )(?:备注|说明): ")
_MONTH = pattern(r"[0-9]{4}-[0-9]{2}")
_OF_PAIRS = frozenset(("figures", "schedule"))
_OF_NAMES = _OF_PAIRS | {"stages", "items"}
_HEAD = pattern(r"\s*(?:-\s+)*(?:([A-Za-z0-9_-]+):\s+)?")
_UNIT = 2
"""What is longer than a unit is a remark."""
_SENTENCES = TEXTS | {"document", "county", "short"}
_BRACES = pattern(r"\{[^{}]*\}(?:\s*[,，、；;]?\s*\{[^{}]*\})+")
_SQUARES = pattern(r"\[[^\[\]]*\](?:\s*[,，、；;]?\s*\[[^\[\]]*\])+")
_QUOTES = pattern(r'"[^"]*"(?:\s*[,，、；;]?\s*"[^"]*")+')


def colon(path: str, words: str, at: Position, line: str, with_line: WithLine) -> Misfit | None:
    """A line with one colon or dash too many."""
    if len(line) > LONGEST:
        return None
    if "block sequence entries" in words and line[: at.column - 1].rstrip().endswith(":"):
        return _dash_after_colon(path, at, line)
    if "mapping values are not allowed" not in words:
        return None
    own = _ASCII_KEY.match(line)
    found = own or _FIRST_COLON.match(line)
    if found is None or found.end() >= at.column:
        return None
    start = own.end() if own else len(line) - len(line.lstrip(" -"))
    typed, begins = line[start:].strip(), len(line) - len(line.lstrip(" -"))
    where = Position(at.line, start + 1)
    if own and (found := _SECOND_KEY.fullmatch(typed)):
        if own[1] not in KEY_NAMES and found[1].partition(":")[0] in KNOWN:
            mend = f"{{{_as_figure(typed[: found.start(1)].rstrip())}, {_half(with_commas(found[1]))}}}"
            return unreadable(path, where, "braces left out", typed, mend=mend)
        where = Position(at.line, start + found.start(1) + 1)
        return unreadable(path, where, "two in a line", found[1], spaces=str(begins))
    if typed.endswith("}") and "{" not in typed:
        if own and "-" in line[:begins] and own[1] in KEY_NAMES and ": " not in typed.partition(",")[0]:
            whole = line[begins:].strip()
            where = Position(at.line, begins + 1)
            return unreadable(path, where, "brace not opened", whole, mend="{" + whole)
        return unreadable(path, where, "brace not opened", typed, mend="{" + typed)
    if own and (missing := _without_braces(path, at.line, line, own, with_line)):
        return missing
    if typed[0] in "(（【［" and (is_known_mapping(typed) or (own and _holds_pairs(own[1], typed))):
        mend = f"{{{typed[1:].rstrip(')）】］')}}}"
        return unreadable(
            path, where, "round brackets" if typed[0] in "(（" else "square brackets", typed, mend=mend
        )
    return unreadable(path, where, "colon in text", typed, mend=re.sub(r":\s+", "：", typed))


def _holds_pairs(key: str, typed: str) -> bool:
    """Whether what stands in brackets of another sort are names with their values."""
    return key in _OF_NAMES or bool(key not in _SENTENCES and _PAIRS.fullmatch(typed[1:-1].strip()))


def brackets_behind_name(path: str, at: Position, line: str) -> Misfit | None:
    """`pipes {done: 20}`: a name, and what belongs behind its colon in brackets that close."""
    found = _BRACKETS_BEHIND.fullmatch(line) if len(line) <= LONGEST else None
    if found is None or any(found[3].count(sign) != found[3].count(end) for sign, end in ("{}", "[]")):
        return None
    where = Position(at.line, found.end(1) + 1)
    about = {"text": line[found.end(1) :].rstrip(), "mend": f"{found[2]}: {found[3]}"}
    return Misfit("file", "missing-colon", path, where, about)


def _dash_after_colon(path: str, at: Position, line: str) -> Misfit:
    typed = line[at.column - 1 :].strip()
    if not typed.strip("- "):
        texts = line[: at.column - 1].strip(" :") in REMARKS
        return unreadable(path, at, "dash for a text" if texts else "dash for a figure", typed)
    return unreadable(path, at, "dash after colon", typed, mend=f"[{typed.lstrip('- ')}]")


def _without_braces(
    path: str, number: int, line: str, own: re.Match[str], with_line: WithLine
) -> Misfit | None:
    """Several names with their values behind one name: braces that were left out, or two lines in one."""
    key, start, typed = own[1], own.end(), line[own.end() :].strip()
    if key in _OF_PAIRS and typed[0] not in _BRACKETS and (apart := with_commas(typed)) != typed:
        return unreadable(path, Position(number, start + 1), "braces left out", typed, mend=f"{{{apart}}}")
    begins = len(line) - len(line.lstrip(" -"))
    if _PAIRS.fullmatch(typed) and key not in _SENTENCES:
        names, where = _NAME.findall(typed), Position(number, start + 1)
        if key in _OF_PAIRS or all(name in KEY_NAMES or _MONTH.fullmatch(name) for name in names):
            return unreadable(path, where, "braces left out", typed, mend=f"{{{_half(typed)}}}")
    round_ones = typed[0] in "(（【［" and typed[-1] in ")）】］"
    found = _THEN_PAIRS.fullmatch(typed[1:-1] if round_ones else typed)
    if found is None:
        return None
    head, pairs = found[1].strip(), found[2]
    names, whole = _NAME.findall(_half(pairs)), f"{key}: {typed}"
    known, goes_on = all(name in KEY_NAMES for name in names), pairs.endswith(":")
    braces = f"{{{_half(whole)}}}"
    if (
        known
        and not goes_on
        and not round_ones
        and "-" in line[:begins]
        and with_line(f"{line[:begins]}{braces}")
    ):
        return unreadable(path, Position(number, begins + 1), "braces left out", whole, mend=braces)
    if key not in KEY_NAMES and not goes_on and all(name in KNOWN for name in names):
        mend = f"{{{_as_figure(head)}, {_half(pairs)}}}"
        return unreadable(path, Position(number, start + 1), "braces left out", typed, mend=mend)
    if not round_ones and (known or key not in _SENTENCES):
        where = Position(number, start + found.start(2) + 1)
        comma = typed[found.end(1) : found.start(2)].strip()
        return unreadable(path, where, "two in a line", pairs, spaces=str(begins), comma=comma)
    return None


def _half(pairs: str) -> str:
    """Names with their values as they stand in braces: half-width commas between them, a remark under its name."""
    return _NOTE.sub(r"\1note: ", _BETWEEN.sub(", ", pairs))


def _as_figure(value: str) -> str:
    """A figure's short form as it stands in braces."""
    if NUMBER.fullmatch(value) or value.startswith("["):
        return f"done: {value}"
    return f"done: [{value}]" if value.isascii() else f"stage: {value}"


def after_value(path: str, words: str, at: Position, line: str) -> Misfit | None:
    """What stands behind a value in brackets or quotes, which was to be one with it."""
    if not any(piece in words for piece in ("expected key", "expected '-' indicator")) or len(line) > LONGEST:
        return None
    head = _HEAD.match(line)
    assert head is not None
    start, key = head.end(), head[1]
    value = typed_at(line, start + 1)
    if not value or value[0] not in "\"'[{" or not line[: at.column - 1].strip() or start >= at.column - 1:
        return None
    where, opens = Position(at.line, start + 1), value[0]
    closes = {"{": "}", "[": "]"}.get(opens, "")
    in_list = key is None and "-" in head[0]
    rest = line[at.column - 1 :].strip()
    for form, inner in (
        (_BRACES, r"\{[^{}]*\}"),
        (_SQUARES, r"(?<=\[)[^\[\]]*(?=\])"),
        (_QUOTES, r'"[^"]*"'),
    ):
        if key and form.fullmatch(value):
            mend = f"[{', '.join(re.findall(inner, value))}]"
            return unreadable(path, where, "list without brackets", value, mend=mend)
    if closes and value.endswith(closes) and value.count(closes) > value.count(opens):
        mend = opens + value[1:-1].translate(TEXT_BRACKETS) + closes
        return unreadable(path, where, "bracket in text", value, mend=mend)
    found = _THEN_PAIRS.fullmatch(value) if opens == "[" and key not in REMARKS else None
    if found and all(name in KNOWN for name in _NAME.findall(found[2])):
        mend = f"{{{_as_figure(found[1])}, {_half(found[2])}}}"
        return unreadable(path, where, "braces left out", value, mend=mend)
    if opens == "{" and in_list and (found := _BRACES.fullmatch(value)):
        second = value.index("{", at.column - 1 - start)
        where = Position(at.line, start + second + 1)
        dash = line.index("-")
        return unreadable(path, where, "two entries", value[second:], spaces=str(dash))
    if opens == "{" and key and key not in KEY_NAMES and "note:" not in value and len(rest) > _UNIT:
        note = rest.strip("，,、；; ").removeprefix("（").removesuffix("）")
        mend = f"{line[start : at.column - 1].rstrip().removesuffix('}')}, note: {in_brackets(note)}}}"
        return unreadable(path, where, "note behind braces", value, mend=mend)
    if opens == "{" or not (in_list or key in _SENTENCES or key in REMARKS):
        return None
    if opens == "[":
        mend = f"[{in_quotes(value)}]" if key in REMARKS else in_quotes(value)
        return unreadable(path, where, "brackets begin text", value, mend=mend)
    quoted = line[start : at.column - 1].strip()
    text = f"“{quoted[1:-1]}”{rest}"
    mend = f"[{text}]" if key in REMARKS else text
    return unreadable(path, where, "text after quotes", value, mend=mend)
