"""Which known word was most likely meant by an unknown one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `word`; None where none is near."""
    listed = sorted(set(known))
    found = difflib.get_close_matches(word.lower(), listed, n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A mend that names the nearest known word, or what to do where none is near."""
    found = nearest(word, known)
    return f"是不是“{found}”？如是，请改成：{found}" if found else otherwise
