"""The commands, each imported when it is chosen: a run pays for its own options and for nobody else's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import typer

from minsheng_cli.cli.chinese import ChineseCommand

NAMES = (
    "validate",
    "report",
    "show",
    "history",
    "trace",
    "diff",
    "record",
    "fmt",
    "close",
    "explain",
    "rules",
    "schema",
    "git-setup",
)
"""In the order in which help lists them; each has a file and a function of its name, `-` written `_`."""


class Commands(Mapping[str, Any]):
    """Typer's commands by their names."""

    def __getitem__(self, name: str) -> Any:
        return _command(name)

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


@cache
def _command(name: str) -> Any:
    """One command; KeyError where there is none of that name."""
    if name not in NAMES:
        raise KeyError(name)
    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    word = name.replace("-", "_")
    alone.command(name, cls=ChineseCommand)(getattr(import_module(f"{__package__}.commands.{word}"), word))
    return typer.main.get_command(alone)
