"""Mends of single signs typed full-width; each is proven: with it the file reads on, or has one mistake less."""

from __future__ import annotations

from itertools import groupby

from minsheng_cli.finding import Misfit
from minsheng_cli.model.ledger import assemble
from minsheng_cli.source.folder import SourceFile
from minsheng_cli.source.nodes import parse

_HALF = {
    "：": ": ",
    "，": ", ",
    "、": ", ",
    "－": "- ",
    "＃": "#",
    "｛": "{",
    "［": "[",
    "｝": "}",
    "］": "]",
}
_PAIRS = {"｛": "｝", "［": "］"}
_WIDE_SPACES = "\u3000\u00a0"
_ENOUGH = 300
"""Nobody mistypes more signs in one file; each costs reading it once."""


def mend_signs(path: str, text: str) -> str:
    """The text with every full-width sign that certainly stands for a half-width one."""
    for _ in range(_ENOUGH):
        better = next((new for new in _attempts(path, text) if _better(path, text, new)), None)
        if better is None:
            return text
        text = better
    return text


def _misfits(path: str, text: str) -> list[Misfit]:
    return [
        misfit
        for document in assemble([SourceFile(path, text.encode(), [])]).documents
        for misfit in document.misfits
        if misfit.file == path
    ]


def _attempts(path: str, text: str) -> list[str]:
    """The text with the signs of one line put right, for each line that has some."""
    signs = sorted(
        (misfit for misfit in _misfits(path, text) if misfit.kind == "full-width-sign"),
        key=lambda each: each.at,
    )
    lines = text.split("\n")
    attempts = []
    for number, group in groupby(signs, key=lambda each: each.at.line):
        line = lines[number - 1]
        for misfit in sorted(group, key=lambda each: each.at, reverse=True):
            line = _put_right(line, misfit)
        if line != lines[number - 1]:
            attempts.append("\n".join([*lines[: number - 1], line, *lines[number:]]))
    return attempts


def _put_right(line: str, misfit: Misfit) -> str:
    start = misfit.at.column - 1
    sign, before, after = line[start : start + 1], line[:start], line[start + 1 :]
    if sign in _WIDE_SPACES:
        return f"{before} {after}" if sign and before.endswith(":") else line
    half = _HALF.get(sign, sign)
    if sign in _PAIRS and (end := after.rfind(_PAIRS[sign])) >= 0:
        after = after[:end] + _HALF[_PAIRS[sign]] + after[end + 1 :]
    return before + (half.rstrip() if not after or after[0].isspace() else half) + after


def _better(path: str, text: str, new: str) -> bool:
    """Whether the file reads further than before, or all of it with fewer mistakes."""
    then, now = parse(path, text), parse(path, new)
    if then.root is None:
        stumbled = then.misfits[-1].at if then.misfits else None
        return now.root is not None or bool(
            stumbled and now.misfits and now.misfits[-1].at.line > stumbled.line
        )
    return now.root is not None and len(_misfits(path, new)) < len(_misfits(path, text))
