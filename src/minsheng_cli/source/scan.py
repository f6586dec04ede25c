"""The true place of what YAML misreads: full-width signs and tabs, looked for line by line.

The parser blames a full-width colon on the line after it, so these checks run where a text could not be
parsed or did not have the expected shape; a sound file never pays for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.source.indent import usual
from minsheng_cli.source.wide import HALF, PAIRS, about_sign, signs_of_mapping

_KEY = r"[A-Za-z0-9_-]+"
_COLON = re.compile(rf"(?:^[\s\u3000]*(?:-\s*)?|[{{,，]\s*)['\"]?{_KEY}['\"]?\s*(：)")
_COMMA = re.compile(rf"^[^{{\[]*[{{\[].*?(，)\s*{_KEY}\s*[:：]")
_BRACKET = re.compile(r"(?:[:：]|-)\s*([｛［])|([｝］])\s*$")
_BRACES = re.compile(r"(?:^\s*-\s*|[:：]\s*)([{｛（].*)$")
_SPACE = re.compile(r"^[ \t]*([\u3000\u00a0])")
_TAB = re.compile(r"^ *(?:- *)?(\t)[\t ]*[^\s#]")
_DASH = re.compile(r"^\s*(－)\s*[A-Za-z]")
_HASH = re.compile(r"^\s*(＃)")
_NUMBERED = re.compile(r"(?:^\s*|[{,]\s*)[^\s：:#{\[,-][^\s：:{,]*(：)\s*[0-9]")
_GLUED = re.compile(r"(?:^\s*(?:-\s+)?|[{,]\s*)([A-Za-z][A-Za-z0-9_-]*:)[^\s/:]")
_AFTER = re.compile(r"^\s*(?:-\s+)?[A-Za-z0-9_-]+:([\u3000\u00a0])")
_NO_COLON = re.compile(
    r"^\s*(?:-\s+)?([A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*(?:[ \t]\s*|\s*[=;；]\s*)[0-9][^:：]*)$"
)
MAX_LINE = 2000
"""Nobody types a longer line; looking for signs in one would take long."""
_MOST_ASKED = 500
"""Of how many lines it is told how many spaces they should begin with; looking that up takes its time."""
_LINE_END = re.compile(r"\r\n|\n|\r")


def scan(path: str, text: str) -> Iterator[Misfit]:
    """Misfits of single lines, in order; comment lines and block texts aside."""
    lines, asked = _LINE_END.split(text), 0
    abouts: dict[tuple[str, ...], dict[str, str]] = {}  # mostly the same one, a hundred thousand times
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE or line.lstrip(" \t\u3000").startswith("#"):
            continue
        said: set[int] = set()
        for kind, sign, pattern, mend in (
            ("tab", "", _TAB, ""),
            ("full-width-sign", "全角空格", _SPACE, ""),
            ("full-width-sign", "全角冒号“：”", _COLON, "半角冒号加一个空格“: ”"),
            ("full-width-sign", "全角冒号“：”", _NUMBERED, "半角冒号加一个空格“: ”"),
            ("full-width-sign", "全角空格", _AFTER, "半角空格"),
            ("missing-colon", "", _NO_COLON, ""),
            ("full-width-sign", "全角短横线“－”", _DASH, "半角短横线加一个空格“- ”"),
            ("full-width-sign", "全角井号“＃”", _HASH, "半角井号“#”"),
            ("full-width-sign", "全角逗号“，”", _COMMA, "半角逗号加一个空格“, ”"),
            ("full-width-sign", "全角括号", _BRACKET, ""),
            ("no-space-after-colon", "", _GLUED, ""),
        ):
            if found := pattern.search(line):
                group = next(index for index in range(1, pattern.groups + 1) if found.group(index))
                at = Position(number, found.start(group) + 1)
                said.add(at.column)
                about = {"sign": sign, "mend": mend, "text": found.group(group)}
                if pattern in (_TAB, _SPACE):
                    asked += 1
                    about["spaces"] = _spaces(lines, at) if asked <= _MOST_ASKED else ""
                elif pattern is _BRACKET:
                    about |= _brackets(line, found.start(group))
                yield Misfit("file", kind, path, at, abouts.setdefault(tuple(about.values()), about))
        if found := _BRACES.search(line):
            for each in signs_of_mapping(found[1]):
                at = Position(number, found.start(1) + each.start + 1)
                if at.column not in said:
                    about = about_sign(found[1], each)
                    about = abouts.setdefault(tuple(about.values()), about)
                    yield Misfit("file", "full-width-sign", path, at, about)


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
