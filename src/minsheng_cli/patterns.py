"""Regular expressions that are compiled when they are first used: most are for what a sound ledger never holds.

Compiling all of them took a tenth of a run.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast

_USED = ("pattern", "flags", "match", "fullmatch", "search", "sub", "split", "finditer", "findall")


class _Lazy(Generic[AnyStr]):
    """Stands in for a compiled expression until one of its methods is asked for."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self._source: AnyStr = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _USED:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for each in _USED:  # from now on found before __getattr__ is asked, so at no cost
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The expression `source`, compiled at its first use; an error in it shows only then."""
    return cast("re.Pattern[AnyStr]", _Lazy(source, flags))
