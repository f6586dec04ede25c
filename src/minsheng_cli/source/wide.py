"""Full-width signs that stand where a mapping's or a list's own signs must: which of them, and what they stand for.

Only what is plainly a mapping is taken for one: braces around names with colons. In a text the same signs are
punctuation.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from minsheng_cli.patterns import pattern

HALF = {"｛": "{", "｝": "}", "（": "{", "）": "}", "［": "[", "］": "]", "【": "[", "】": "]"}
PAIRS = {"｛": "｝", "（": "）", "［": "］", "【": "】"}
KNOWN = frozenset(("done", "eligible", "note", "revision", "stage", "text", "project"))
"""Names in the braces of a figure or a remark."""
COLONS = "：∶︰﹕꞉ː"
"""What is typed for a colon, the ones that only look like it included."""
COLON, COMMA, LIST_COMMA, BRACKET = "全角冒号“：”", "全角逗号“，”", "顿号“、”", "全角括号"
_COMMAS = {"，": COMMA, "、": LIST_COMMA}
_OF_TEXT = frozenset(("text", "note"))
_MOST = 40
MAX_LINE = 2000
"""Nobody types a longer line, or longer braces; looking for signs in one would take long."""
_PAIR = pattern(r"(?:^|[{｛（]|([,，、]))\s*['\"]?([A-Za-z0-9_-]+)['\"]?\s*([:：])")
COMMENT = pattern(r"\s#")
"""Where a comment begins behind what a line says."""
_NAMES = pattern(r"[［【]\s*(?:[A-Za-z0-9_-]+(?:\s*[,，、]\s*[A-Za-z0-9_-]+)*)?\s*[］】\]]")
_BETWEEN = pattern(r"[，、]")


class Sign(NamedTuple):
    """A sign, counted from the beginning of the text it was found in."""

    start: int
    name: str


def signs_of_mapping(text: str, names: Collection[str] | None = None) -> list[Sign] | None:
    """The full-width signs of a text that is a mapping in braces, its own braces included; None where it is none.

    `names` are those that may stand in it, where they are known.
    """
    if len(text) > MAX_LINE:
        return None
    text = COMMENT.split(text, maxsplit=1)[0].rstrip()
    if len(text) < 2 or text[0] not in "{｛（" or text[-1] not in "}｝）":
        return None
    signs = [Sign(0, BRACKET)] if text[0] in HALF else []
    seen: set[str] = set()
    for found in _PAIR.finditer(text):
        comma, key, colon = found.groups()
        if not comma and names is None:
            seen.clear()
        begins_text = not seen.isdisjoint(_OF_TEXT)
        if names is not None:
            if key in seen or key not in names or (seen and not comma) or _is_inside(text[1 : found.start()]):
                continue
        elif key in seen or (key not in KNOWN and (begins_text or text[0] == "（")):
            continue
        seen.add(key)
        if comma in _COMMAS:
            signs.append(Sign(found.start(1), _COMMAS[comma]))
        if colon == "：":
            signs.append(Sign(found.start(3), COLON))
    if not seen or _PAIR.match(text[1:]) is None or (text[0] == "（" and _first(text) not in KNOWN):
        return None
    if text[-1] in HALF and PAIRS.get(text[0]) != text[-1]:
        signs.append(Sign(len(text) - 1, BRACKET))
    return signs[:_MOST]


def _is_inside(before: str) -> bool:
    """Whether quotation marks or brackets of a sentence are open behind this text."""
    return any(before.count(sign) > before.count(end) for sign, end in ("“”", "‘’", "（）", "《》", "「」"))


def _first(text: str) -> str:
    found = _PAIR.match(text[1:])
    return found[2] if found else ""


def is_known_mapping(text: str) -> bool:
    """Whether it begins as the braces of a figure or a remark do."""
    return _first(text) in KNOWN


def signs_of_names(text: str) -> list[Sign]:
    """The full-width signs of a text that is a list of names in square brackets; none where it is none."""
    if _NAMES.fullmatch(text) is None:
        return []
    signs = [Sign(0, BRACKET)]
    signs += [Sign(found.start(), _COMMAS[found[0]]) for found in _BETWEEN.finditer(text)]
    if text[-1] in HALF and PAIRS[text[0]] != text[-1]:
        signs.append(Sign(len(text) - 1, BRACKET))
    return signs[:_MOST]


def about_sign(text: str, sign: Sign) -> dict[str, str]:
    """What a sentence about the sign needs."""
    typed = text[sign.start]
    if sign.name == BRACKET:
        end = PAIRS.get(typed, "")
        end = end if end and end in text[sign.start :] else ""
        return {
            "sign": sign.name,
            "mend": "",
            "text": typed,
            "half": HALF[typed],
            "other": end,
            "other_half": HALF.get(end, ""),
        }
    if sign.name == COLON:
        return about_colon()
    return {"sign": sign.name, "mend": "半角逗号加一个空格“, ”", "text": typed}


def about_colon() -> dict[str, str]:
    """What a sentence about a full-width colon needs."""
    return {"sign": COLON, "mend": "半角冒号加一个空格“: ”", "text": "："}


def half_width(text: str, signs: list[Sign]) -> str:
    """The text with these signs put right."""
    closing = text.rfind(PAIRS.get(text[0], "\0"))
    puts = {sign.start: sign.name for sign in signs}
    if closing > 0 and 0 in puts:
        puts[closing] = BRACKET
    made = ""
    for place, sign in enumerate(text):
        if place not in puts:
            made += sign
        elif puts[place] == BRACKET:
            made += HALF[sign]
        else:
            made += ": " if puts[place] == COLON else ", "
    return made
