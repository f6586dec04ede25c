"""Which known word was most likely meant by an unknown one."""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

_LONGEST = 100
"""Nobody means a known word by a longer text."""
_MANY = 400
"""Among more known words only those that begin or end most alike are compared letter by letter."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `word`; None where none is near."""
    if len(word) > _LONGEST:
        return None
    listed = sorted(set(known))
    if len(listed) > _MANY:
        listed = sorted({*_around(word.lower(), listed), *_around(word.lower(), listed, backwards=True)})
    return _nearest(word.lower(), tuple(listed))


@lru_cache(maxsize=128)
def _nearest(word: str, listed: tuple[str, ...]) -> str | None:
    """The same slip of the pen is often made a hundred times; letters that changed places are the surest of them."""
    found = difflib.get_close_matches(word, listed, n=3, cutoff=0.6)
    return next((each for each in found if sorted(each) == sorted(word)), found[0] if found else None)


def _around(word: str, listed: list[str], *, backwards: bool = False) -> list[str]:
    """The words that stand next to `word` in their order, which is where the longest common beginnings are."""
    if backwards:
        return [each[::-1] for each in _around(word[::-1], sorted(each[::-1] for each in listed))]
    place, reach = bisect_left(listed, word), _MANY // 4
    return listed[max(0, place - reach) : place + reach]


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A mend that names the nearest known word, or what to do where none is near."""
    found = nearest(word, known)
    return f"是不是“{found}”？如是，请改成：{found}" if found else otherwise
