"""A repository's own settings; the only thing here that writes, and only what `git config` writes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from minsheng_cli.git.program import answered, ask


class Settings(NamedTuple):
    """The settings of the repository around `folder`, not those of the person or the machine."""

    folder: Path

    def get(self, name: str) -> str | None:
        """A setting of the repository's own; None where it has none."""
        return _value(answered(self.folder, "config", "--local", "-z", "--get", name))

    def in_force(self, name: str) -> str | None:
        """A setting that git goes by, wherever it was made."""
        return _value(answered(self.folder, "config", "-z", "--get", name))

    def put(self, name: str, value: str) -> None:
        """Make a setting."""
        ask(self.folder, "config", "--local", name, value)

    def drop(self, name: str) -> None:
        """Take a setting back, which has to be there."""
        ask(self.folder, "config", "--local", "--unset", name)

    def names(self, expression: str) -> list[str]:
        """The repository's own settings whose names fit a regular expression."""
        found = answered(self.folder, "config", "--local", "-z", "--name-only", "--get-regexp", expression)
        return os.fsdecode(found or b"").split("\0")[:-1]


def _value(answer: bytes | None) -> str | None:
    return None if answer is None else os.fsdecode(answer).removesuffix("\0")
