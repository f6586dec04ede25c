"""The one expected exception: what a person asked cannot be done, in a sentence."""

from __future__ import annotations

FINE, FAILED, USAGE, INTERRUPTED, BUG = 0, 1, 2, 130, 70
"""Exit codes (README.md)."""


class Mistake(Exception):
    """Ends a command with a sentence on stderr; caught in one place, cli/app.py."""

    def __init__(self, sentence: str, hint: str = "", code: int = USAGE) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.code = code
