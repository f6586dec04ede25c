"""What is to blame where YAML or the models stumbled: the sign that made them, often some lines before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Any

from minsheng_cli.finding import LINE_END, Misfit, Position
from minsheng_cli.model.document import Document
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.source.scan import scan
from minsheng_cli.terms import KEY_NAMES

_SYNTAX = frozenset(("yaml-syntax", "unclosed-bracket", "unclosed-quote"))
_SHAPE = frozenset(("unknown-key", "wrong-shape", "empty-value"))
_VALUES = frozenset(("month", "reported_on", "department"))
_OF_VALUES = frozenset(("figures", "schedule"))
_WITHIN = 30
"""Lines of a month's report within which a key is looked for that seems to be missing."""
_NEAR = 3
"""Lines between a sign that YAML misreads and the line where the parser stumbles over it."""


def without_emptied(document: Document) -> None:
    """A value that a `#` took away whole is empty only because of it."""
    lines = {misfit.at.line for misfit in document.misfits if misfit.kind == "cut-by-hash"}
    if not lines:
        return

    def is_echo(each: Misfit) -> bool:
        return each.kind == "empty-value" and each.at.line in lines

    document.silenced |= {each.at for each in document.misfits if is_echo(each)}
    document.misfits = [each for each in document.misfits if not is_echo(each)]


def with_true_causes(document: Document, run_ons: Mapping[Position, int]) -> list[Misfit]:
    """Where YAML or the models stumbled, look for the sign that made them, and blame that instead.

    A text that could not be parsed is searched whole, since its later mistakes would else stay unseen; a
    glued colon, which may stand in a sound text, counts only beside the stumble. A value that runs on over
    lines that begin with a name has taken them in; each of them is blamed.
    """
    values = _values_among(document.root, run_ons) if run_ons else set()
    stumbles = [
        misfit
        for misfit in document.misfits
        if misfit.kind in _SYNTAX or misfit.kind in _SHAPE or misfit.at in values
    ]
    if document.text is None or not (stumbles or values):
        return document.misfits
    causes = [cause for cause in scan(document.path, document.text) if _can_be(cause)]
    unparsed = document.root is None

    # by lines, since a large file may have a stumble and a cause on each of them
    lines = {cause.at.line for cause in causes}
    explained = {id(stumble) for stumble in stumbles if not lines.isdisjoint(_beside(stumble, run_ons))}
    beside = {line for stumble in stumbles for line in _beside(stumble, run_ons)}
    texts = LINE_END.split(document.text) if values else []
    alone = {at for at in values if not texts[at.line - 1][: at.column - 1].strip()}
    for at in values:
        taken_in = range(at.line if at in alone else at.line + 1, run_ons[at] + 1)
        beside.update(taken_in)
        if not lines.isdisjoint(taken_in):
            document.silenced.add(at)
    blamed = [
        cause
        for cause in causes
        if cause.at.line in beside
        or (unparsed and cause.kind not in ("no-space-after-colon", "missing-colon"))
    ]
    document.silenced |= {stumble.at for stumble in stumbles if id(stumble) in explained}
    if run_ons:
        explained |= _taken_in(document, blamed)
    rest = [misfit for misfit in document.misfits if id(misfit) not in explained]
    said = {(misfit.kind, misfit.at) for misfit in rest}
    return [cause for cause in blamed if (cause.kind, cause.at) not in said] + rest


def _can_be(cause: Misfit) -> bool:
    """Whether it can be a cause: a dash before a word only where the word is a name of our files."""
    return cause.kind != "yaml-syntax" or cause.about["key"] in KEY_NAMES


def _values_among(node: Any, run_ons: Mapping[Position, int]) -> set[Position]:
    """Where values begin that are never of several lines: months, days, ids, figures."""
    if isinstance(node, SequenceNode):
        return set().union(*(_values_among(item, run_ons) for item in node.items))
    if not isinstance(node, MappingNode):
        return set()
    found: set[Position] = set()
    for name, value in node.values.items():
        short = value.values.values() if name in _OF_VALUES and isinstance(value, MappingNode) else ()
        found |= (
            {each.at for each in (value, *short) if isinstance(each, Scalar) and each.at in run_ons}
            if (short or name in _VALUES)
            else set()
        )
        found |= _values_among(value, run_ons)
    return found


def _taken_in(document: Document, blamed: Iterable[Misfit]) -> set[int]:
    """Of the keys that are missing, those that stand below, on a line that is blamed."""
    assert document.text is not None
    texts = LINE_END.split(document.text)
    last: dict[str, list[int]] = {}
    for cause in blamed:
        name = texts[cause.at.line - 1][: cause.at.column - 1].strip(" \t\u3000-'\"")
        last.setdefault(name, []).append(cause.at.line)
    for lines in last.values():
        lines.sort()

    def stands_below(misfit: Misfit) -> bool:
        lines = last.get(misfit.about["key"], [])
        next_one = bisect_left(lines, misfit.at.line)
        return next_one < len(lines) and lines[next_one] - misfit.at.line <= _WITHIN

    return {id(each) for each in document.misfits if each.kind == "missing-key" and stands_below(each)}


def _beside(stumble: Misfit, run_ons: Mapping[Position, int]) -> range:
    """The lines on which the cause of a stumble may stand."""
    if stumble.at in run_ons:
        return range(stumble.at.line - 1, run_ons[stumble.at] + 1)
    far = _NEAR if stumble.kind in _SYNTAX else 1
    return range(stumble.at.line - far, stumble.at.line + far + 1)
