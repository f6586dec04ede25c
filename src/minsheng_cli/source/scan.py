"""The true place of what YAML misreads: full-width signs and tabs, looked for line by line.

The parser blames a full-width colon on the line after it, so these checks run where a text could not be
parsed or did not have the expected shape; a sound file never pays for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from minsheng_cli.finding import LINE_END, Misfit, Position
from minsheng_cli.patterns import pattern
from minsheng_cli.source.indent import usual
from minsheng_cli.source.saying import LONGEST
from minsheng_cli.source.wide import COLONS, COMMENT, HALF, MAX_LINE, PAIRS, about_sign, signs_of_mapping

_KEY = r"[A-Za-z0-9_-]+"
_COLON = pattern(rf"(?:^[\s\u3000]*(?:-\s*)?|[{{,，]\s*)['\"]?{_KEY}['\"]?\s*([{COLONS}])")
_COMMA = pattern(rf"^[^{{\[]*[{{\[].*?(，)\s*{_KEY}\s*[:：]")
_BETWEEN_QUOTED = pattern(r"""[\[{][^\[{]*?["']\s*(，)\s*["']""")
_BRACKET = pattern(r"(?:[:：]|-)\s*([｛［])|([｝］])\s*$")
_BRACES = pattern(r"(?:^\s*-\s*|[:：]\s*)([{｛（].*)$")
_SPACE = pattern(r"^[ \t]*([\u3000\u00a0])")
_UNSEEN = pattern(r"^[ \t]*(?:- *)?([\u00ad\u200b-\u200f\u2060\ufeff])")
_TAB = pattern(r"^ *(?:- *)?(\t)[\t ]*[^\s#]")
_DASH = pattern(r"^\s*(－)\s*[A-Za-z]")
_HASH = pattern(r"^\s*(＃)")
_NUMBERED = pattern(r"(?:^\s*|[{,]\s*)[^\s：:#{\[,-][^\s：:{,]*(：)\s*[0-9]")
_GLUED = pattern(
    r"(?:^\s*(?:-\s+)?|[{,]\s*)([A-Za-z][A-Za-z0-9_-]*:(?=[^\s/:])|[0-9]{4}-[0-9]{1,2}:(?=[^\s/:])"
    r"|(?<!-\s)[^\s\W0-9A-Za-z_][^\s:：,，{}#]{,20}:(?=[0-9]+(?:\.[0-9]+)?\s*(?:[,}]|#|$)))"
)
"""A name, a month, or a stage with a number, with nothing between its colon and its value."""
_AFTER = pattern(r"^\s*(?:-\s+)?[A-Za-z0-9_-]+:([\u3000\u00a0])")
_NO_COLON = pattern(
    r"^\s*(?:-\s+)?([A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*(?:[ \t]\s*|\s*[=;；]\s*)[0-9][^:：]*)$"
)
_SIGNS = (
    ("tab", "", _TAB, ""),
    ("control-character", "", _UNSEEN, ""),
    ("full-width-sign", "全角空格", _SPACE, ""),
    ("full-width-sign", "全角冒号“：”", _COLON, "半角冒号加一个空格“: ”"),
    ("full-width-sign", "全角冒号“：”", _NUMBERED, "半角冒号加一个空格“: ”"),
    ("full-width-sign", "全角空格", _AFTER, "半角空格"),
    ("missing-colon", "", _NO_COLON, ""),
    ("full-width-sign", "全角短横线“－”", _DASH, "半角短横线加一个空格“- ”"),
    ("full-width-sign", "全角井号“＃”", _HASH, "半角井号“#”"),
    ("full-width-sign", "全角逗号“，”", _COMMA, "半角逗号加一个空格“, ”"),
    ("full-width-sign", "全角逗号“，”", _BETWEEN_QUOTED, "半角逗号加一个空格“, ”"),
    ("full-width-sign", "全角括号", _BRACKET, ""),
)
"""What is looked for in each line: the kind of misfit, what the sign is called, and what belongs in its place."""
_IN_TEXT_TOO = (_COLON, _COMMA)
_GLUED_DASH = pattern(r"^\s*(-(?!\s)|[—–]+\s*)(\{?\s*)([a-z][a-z_]*)\s*([:：])(?:\s|[：0-9]|$)")
_GLUED_TEXT = pattern(r"^( *)[-—–]+(?=[^\s\W0-9A-Za-z_]|[“（(《])(.*)$")
_TEXTS_ABOVE = pattern(r"^ *(?:problems|highlights):\s*(?:#.*)?$")
_VALUE_IN_BRACES = pattern(r"\[[^\]]*\]|\{[^}]*\}|[^,}\]]+")
_MOST_GLUED = 20
_MOST_SPACED = 5_000
"""Of how many glued colons the whole text to type is kept, which takes its room."""
_QUOTED = pattern(r"""(?<=[\s:：,，\[{])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
"""A text in quotation marks, where a value may begin."""
_MOST_ASKED = 500
"""Of how many lines it is told how many spaces they should begin with; looking that up takes its time."""


def scan(path: str, text: str) -> Iterator[Misfit]:
    """Misfits of single lines, in order; comment lines and block texts aside."""
    lines, asked, glued = LINE_END.split(text), 0, 0
    abouts: dict[tuple[str, ...], dict[str, str]] = {}  # mostly the same one, a hundred thousand times
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE or line.lstrip(" \t\u3000").startswith("#"):
            continue
        braces = _BRACES.search(line)
        signs = signs_of_mapping(braces[1]) if braces else None
        begins = braces.start(1) if braces else 0
        signed = {begins + each.start for each in signs or ()}
        said: set[int] = set()
        for kind, sign, form, mend in _SIGNS:
            if found := form.search(line):
                group = found.lastindex or 0
                start = found.start(group)
                if form in _IN_TEXT_TOO and signs is not None and start > begins and start not in signed:
                    continue
                if start + 1 in said or _is_quoted(line, start):
                    continue
                at = Position(number, start + 1)
                said.add(at.column)
                typed = found.group(group)
                named = f"像冒号的符号“{typed}”" if form is _COLON and typed != "：" else sign
                about = {"sign": named, "mend": mend, "text": typed}
                about |= {"code": f"U+{ord(typed):04X}"} if form is _UNSEEN else {}
                if form in (_TAB, _SPACE):
                    asked += 1
                    about["spaces"] = _spaces(lines, at) if asked <= _MOST_ASKED else ""
                elif form is _BRACKET:
                    about |= _brackets(line, start)
                yield Misfit("file", kind, path, at, abouts.setdefault(tuple(about.values()), about))
        for each in signs or ():
            at = Position(number, begins + each.start + 1)
            if braces and at.column not in said:
                about = about_sign(braces[1], each)
                about = abouts.setdefault(tuple(about.values()), about)
                yield Misfit("file", "full-width-sign", path, at, about)
        for found in islice(_GLUED.finditer(line), _MOST_GLUED):
            glued += 1
            about = {"text": found[1], "typed": found[1], "mend": ""}
            about |= _spaced(line, found) if glued <= _MOST_SPACED else {}
            about = abouts.setdefault(tuple(about.values()), about)
            yield Misfit("file", "no-space-after-colon", path, Position(number, found.start(1) + 1), about)
        if dash := _glued_dash(line, lines[number - 2] if number > 1 else ""):
            column = len(line) - len(line.lstrip()) + 1
            yield Misfit("file", "yaml-syntax", path, Position(number, column), dash)


def _glued_dash(line: str, above: str) -> dict[str, str]:
    """A dash without its space before a name of ours, or before a sentence in a list of them."""
    if len(line) > LONGEST:
        return {}
    about = {"problem": "glued dash", "typed": line.strip()}
    if found := _GLUED_DASH.match(line):
        value = line[found.end(4) :].strip()
        return {**about, "key": found[3], "mend": f"- {found[2]}{found[3]}: {value}".rstrip()}
    found = _GLUED_TEXT.match(line)
    in_list = found and (
        _TEXTS_ABOVE.match(above) or above.startswith(tuple(found[1] + dash for dash in "-—–"))
    )
    return {**about, "key": "text", "mend": f"- {found[2].strip()}"} if found and in_list else {}


def _spaced(line: str, found: re.Match[str]) -> dict[str, str]:
    """A name with its value as typed, and with the space that is not there."""
    in_braces = line[found.start() : found.start(1)].strip().startswith(("{", ","))
    rest = line[found.end(1) :]
    if in_braces:
        match = _VALUE_IN_BRACES.match(rest)
        value = match[0].rstrip() if match and rest[match.end() :].lstrip()[:1] in ("", ",", "}", "]") else ""
    else:
        value = COMMENT.split(rest, maxsplit=1)[0].rstrip()
    if not value or len(found[1]) + len(value) > LONGEST:
        return {}
    mend = value.replace("&nbsp;", " ").strip()
    return {"typed": found[1] + value, "mend": f"{found[1]} {mend}"}


def _is_quoted(line: str, start: int) -> bool:
    """Whether a place is within a text in quotation marks, or in a comment behind what the line says."""
    for found in _QUOTED.finditer(line):
        if found.start() < start < found.end():
            return True
    return " #" in _QUOTED.sub(lambda found: "x" * len(found[0]), line)[:start]


def _spaces(lines: list[str], at: Position) -> str:
    """How many spaces the line should begin with; `behind` a dash it is one, and empty is nobody knows."""
    if lines[at.line - 1][: at.column - 1].strip():
        return "behind"
    wanted = usual(lines, at.line - 1)
    return "" if wanted is None else str(wanted)


def _brackets(line: str, start: int) -> dict[str, str]:
    """The half-width bracket, and the full-width one of the same line that belongs to it."""
    sign = line[start]
    other = PAIRS.get(sign, "")
    end = other if other and other in line[start:] else ""
    return {"half": HALF[sign], "other": end, "other_half": HALF.get(end, "")}
