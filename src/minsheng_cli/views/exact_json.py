"""JSON with exact numbers: a Decimal is written with the digits that it has.

json.dumps refuses a Decimal and would take a float; this writes the few types that our documents hold.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from minsheng_cli.views.harmful import escaped


def dumps(value: Any) -> str:
    """The document as text with a line end, indented by two, Chinese left readable."""
    written = io.StringIO()  # a list of a million small pieces would take ten times the text's room
    written.writelines(_write(value, "\n"))
    return written.getvalue() + "\n"


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
    return escaped(json.dumps(text, ensure_ascii=False))
