"""CSV as a spreadsheet opens it: a BOM, CRLF, numbers bare and texts in quotation marks.

A text never begins as a formula does, nor does a piece of it behind something that another spreadsheet may
take for the end of a cell: an apostrophe stands before such a sign (OWASP, CSV Injection). One stands before
a text that would be shown as a number or a date, too. `typed` takes them off again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from minsheng_cli.numbers import half_width
from minsheng_cli.views.harmful import harmless

Cell = str | int | Decimal | None
BOM = "\ufeff"
LINE_END = "\r\n"
GUARD = "'"
_SIGNS = "=+\\-@＝＋－＠"
_LEADS = re.compile(rf"\s*[{_SIGNS}]|{GUARD}")
"""What begins a formula, blanks before it or not; and an apostrophe, so that it can be told from ours."""
_BEHIND = re.compile(rf"(?<=[,;|\"'])(\s*)(?=[{_SIGNS}])")
"""Between something that may end a cell and a sign that would begin a formula in the next."""
_GUARDED = re.compile(rf"{GUARD}(?=[{_SIGNS}])")
_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_BETWEEN = r"[-/\s.,]*"
_AS_VALUE = re.compile(
    r"[(]?[$¥￥]?\s*\.?[0-9][0-9.,:/\-\s]*(?:e[-+]?[0-9]*)?\s*%?[)]?(?:\s*[ap]m?)?"  # numbers, dates, times
    rf"|[0-9]+{_BETWEEN}(?:{_MONTH})(?:{_BETWEEN}[0-9]+)?"  # 1-mar, 1-mar-23
    rf"|(?:{_MONTH}){_BETWEEN}[0-9]+(?:{_BETWEEN}[0-9]+)?"  # mar-1
    r"|true|false",
    re.IGNORECASE | re.ASCII,
)


def document(titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """The whole file; `titles` are words of ours."""
    lines = [",".join(titles), *(",".join(map(_cell, row)) for row in rows)]
    return BOM + "".join(line + LINE_END for line in lines)


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f'"{guarded(value).replace(chr(34), chr(34) * 2)}"' if value else ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def guarded(words: str) -> str:
    """A text as it stands in a cell, without what a terminal or a spreadsheet would act on."""
    shown = _BEHIND.sub(rf"\1{GUARD}", harmless(words))
    risky = _LEADS.match(shown) or _AS_VALUE.fullmatch(half_width(shown))
    return f"{GUARD}{shown}" if risky else shown


def typed(cell: str) -> str:
    """The text that `guarded` made a cell of."""
    return _GUARDED.sub("", cell.removeprefix(GUARD))
