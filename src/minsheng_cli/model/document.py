"""One file of a ledger, and its model, as far as they could be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from minsheng_cli.finding import Misfit, Position


@dataclass(slots=True)
class Document:
    """One file as far as it could be read: nodes, the model built from them, misfits met on the way."""

    path: str
    text: str | None = None
    seen: str | None = None
    """The text as far as it can be shown, also where it cannot be read on in."""
    root: Any = None
    model: Any = None
    misfits: list[Misfit] = field(default_factory=list)
    silenced: set[Position] = field(default_factory=set)
    """Places of misfits that are only echoes of another one; nothing more is to be said there either."""
    size: int = 0
    """How much room it takes: its names, its values, its misfits."""
    skipped: bool = False
    """Left unread, because what stands before it is as much as a ledger may hold."""

    @property
    def wrong_places(self) -> set[Position]:
        """Where something does not fit, unknown keys aside, which leave what is known as it is."""
        return {misfit.at for misfit in self.misfits if misfit.kind != "unknown-key"} | self.silenced


class Built(NamedTuple):
    """The model, as far as it can be had, and what did not fit."""

    model: Any
    misfits: list[Misfit]
    silenced: set[Position]
    """Places of what was not said, because it only echoes something that was."""
