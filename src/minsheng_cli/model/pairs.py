"""Names and values in braces that full-width or glued signs made one text of, taken apart as they were meant."""

from __future__ import annotations

from collections.abc import Container, Generator, Iterator
from typing import Any

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.model.keys import keys_beside
from minsheng_cli.patterns import pattern
from minsheng_cli.source.nodes import MappingNode, Scalar, nodes_in
from minsheng_cli.source.parse import parse
from minsheng_cli.source.saying import LONGEST
from minsheng_cli.source.wide import (
    HALF,
    KNOWN,
    MAX_LINE,
    Sign,
    about_colon,
    about_sign,
    half_width,
    is_known_mapping,
    signs_of_mapping,
    signs_of_names,
)
from minsheng_cli.terms import SENTENCES

_NEXT_PAIR = pattern(r"[，、]\s*['\"]?[A-Za-z0-9_-]+['\"]?\s*[:：]")
_BEFORE_BRACES = pattern(r"([A-Za-z][A-Za-z0-9_-]*)\s*(\[?\{[^{}\[\]]+)")
_GLUED = pattern(r"([A-Za-z_]+)(:(?=[^\s/:])|\s*：\s*)(\S.*)")


def is_wide(node: Any, run_ons: Container[Position]) -> bool:
    """Whether it is a text of one line that begins with a full-width bracket."""
    return type(node) is Scalar and node.text[:1] in HALF and not node.quoted and node.at not in run_ons


def swallowed_pair(path: str, node: MappingNode, run_ons: Container[Position]) -> Iterator[Misfit]:
    """`{done: 1248，eligible：1266}`: the next name and its value are read as more of the value before them.

    In a sentence only where the name is one that may stand in these braces, and does not yet.
    """
    for name, value in list(node.values.items()):
        if (
            not isinstance(value, Scalar)
            or value.quoted
            or value.at in run_ons
            or len(value.text) > MAX_LINE
            or _NEXT_PAIR.search(value.text) is None
        ):
            continue
        before = f"{{{name}: "
        whole = f"{before}{value.text}}}"
        names = keys_beside(node.values) - node.values.keys() | {name}
        signs = signs_of_mapping(whole, None if name in KNOWN - SENTENCES else names)
        found = parse(path, half_width(whole, signs)).root if signs else None
        if not signs or not isinstance(found, MappingNode) or len(found.values) < 2:
            continue
        yield from _said(path, value.at, whole, signs, len(before))
        _put_at(found, value.at)
        node.values.update(found.values)
        node.keys.update({key: node.keys.get(key, at) for key, at in found.keys.items()})


def glued_pair(path: str, node: MappingNode) -> Iterator[Misfit]:
    """`{id:parks}`, `{id：parks}`: all of it is read as a name with no value."""
    for whole, value in list(node.values.items()):
        found = _GLUED.fullmatch(whole) if isinstance(value, Scalar) and value.empty else None
        if found is None or node.keys[whole].quoted or len(whole) > MAX_LINE:
            continue
        name, rest = found[1], found[3]
        if name in node.values or name not in keys_beside(node.values):
            continue
        key = node.keys.pop(whole)
        del node.values[whole]
        if found[2] == ":":
            mend = f"{name}: {rest}" if len(whole) <= LONGEST else ""
            about = {"text": f"{name}:", "typed": whole, "mend": mend}
            yield Misfit("file", "no-space-after-colon", path, key.at, about)
        else:
            at = Position(key.at.line, key.at.column + whole.index("："))
            yield Misfit("file", "full-width-sign", path, at, about_colon())
        node.keys[name] = Scalar(name, key.at, False)
        place = Position(key.at.line, key.at.column + found.start(3))
        node.values[name] = Scalar(rest, place, False)


def wide_value(path: str, node: Scalar, *, ids: bool) -> Generator[Misfit, None, Any]:
    """What is meant by a value in full-width brackets; `ids`: whether ids belong there."""
    if ids:
        return (yield from put_right(path, node, signs_of_names(node.text)))
    return (yield from wide_mapping(path, node))


def wide_mapping(path: str, node: Scalar) -> Generator[Misfit, None, Any]:
    """`｛done：1248，eligible：1266｝`: all signs full-width make one text of a mapping."""
    signs = signs_of_mapping(node.text) if is_known_mapping(node.text) else []
    return (yield from put_right(path, node, signs))


def put_right(path: str, node: Scalar, signs: list[Sign] | None) -> Generator[Misfit, None, Any]:
    """What a text is with these signs put right, if it can be read so."""
    if not signs:
        return node
    parsed = parse(path, half_width(node.text, signs))
    if parsed.root is None or parsed.misfits:
        return node
    yield from _said(path, node.at, node.text, signs)
    _put_at(parsed.root, node.at)
    return parsed.root


def _said(path: str, at: Position, text: str, signs: list[Sign], before: int = 0) -> Iterator[Misfit]:
    """Each sign of a text that stands at `at`, of which the first `before` characters were put before it."""
    for sign in signs:
        where = Position(at.line, at.column + sign.start - before)
        yield Misfit("file", "full-width-sign", path, where, about_sign(text, sign))


def _put_at(root: Any, at: Position) -> None:
    """Give everything that was read from a text the place of the text."""
    for each in nodes_in(root):
        each.at = at


def name_before_braces(path: str, node: MappingNode) -> Iterator[Misfit]:
    """`pipes {done: 20}`: without its colon the name goes on to the colon in the braces."""
    for whole in [name for name in node.values if "{" in name and len(name) <= LONGEST]:
        found, value = _BEFORE_BRACES.fullmatch(whole), node.values[whole]
        if found is None or node.keys[whole].quoted or found[1] in node.values:
            continue
        if not isinstance(value, Scalar) or value.quoted or not value.text.endswith(("}", "]")):
            continue
        if len(value.text) > LONGEST:
            continue
        rest = f"{found[2]}: {value.text}"
        parsed = parse(path, rest)
        if parsed.root is None or parsed.misfits:
            continue
        key = node.keys.pop(whole)
        del node.values[whole]
        about = {"text": f"{whole}: {value.text}", "mend": f"{found[1]}: {rest}"}
        yield Misfit("file", "missing-colon", path, key.at, about)
        _put_at(parsed.root, key.at)
        node.keys[found[1]], node.values[found[1]] = key, parsed.root
