"""What an editor shows beside a key."""

from __future__ import annotations

from typing import Any, NamedTuple


class Word(NamedTuple):
    """A key in words.

    Examples come in twos or more: a single one would be typed by editors together with the key.
    """

    description: str
    examples: tuple[Any, ...] = ()
    title: str = ""
    """Only where terms.KEY_NAMES does not say it."""
