"""A day as somebody types it for an option."""

from __future__ import annotations

import datetime

from minsheng_cli.cli.arguments import one_line, readable
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.fields.scalars import read_day


def day_typed(typed: str) -> datetime.date:
    """The day; a Mistake with the one that was meant, where that can be told."""
    try:
        return read_day(readable(typed).strip())
    except ValueError as problem:
        about = getattr(problem, "context", None) or {}
        meant = about.get("mend") or about.get("bare")
        hint = f"写成 {meant}" if meant else "写成“年-月-日”，月和日各两位，如 2025-09-10"
        raise Mistake(f"日期“{one_line(typed)}”写法不对", hint) from None
