"""JSON with exact numbers: a Decimal is written with the digits that it has.

json.dumps refuses a Decimal and would take a float; this writes the few types that our documents hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

_HARMFUL = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def dumps(value: Any) -> str:
    """The document as text with a line end, indented by two, Chinese left readable."""
    return "".join(_write(value, "\n")) + "\n"


def _write(value: Any, line: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _container(value.items(), "{}", line, keyed=True)
    elif isinstance(value, (list, tuple)):
        yield from _container(value, "[]", line, keyed=False)
    elif isinstance(value, Decimal):
        yield format(value, "f")
    elif isinstance(value, str):
        yield _text(value)
    elif value is None or isinstance(value, (bool, int)):
        yield json.dumps(value)
    else:
        raise TypeError(f"no JSON for {type(value).__name__}")


def _container(items: Any, brackets: str, line: str, *, keyed: bool) -> Iterator[str]:
    inner, first = line + "  ", True
    yield brackets[0]
    for item in items:
        yield inner if first else "," + inner
        first = False
        if keyed:
            yield _text(item[0]) + ": "
        yield from _write(item[1] if keyed else item, inner)
    yield brackets[1] if first else line + brackets[1]


def _text(text: str) -> str:
    """A string; what could act on a terminal or turn text around is escaped, not only what JSON demands."""
    return _HARMFUL.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
